import { Component, type ReactNode } from 'react';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';

/** Stands where a screen broke, so that the rest of the window goes on. */
export class Fault extends Component<{ readonly children: ReactNode }, { readonly said: string | null }> {
  override state = { said: null };

  static getDerivedStateFromError(error: unknown): { readonly said: string } {
    return { said: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    // The main process writes what the page says here into its log file.
    console.error(error);
  }

  override render(): ReactNode {
    const { said } = this.state;
    if (said === null) return this.props.children;
    const actions = <Button onClick={() => this.setState({ said: null })}>Show it again</Button>;
    return (
      <Empty title="Something went wrong on this screen" actions={actions}>
        Nothing is lost: your work is already saved. The other screens still work. Details: {said}
      </Empty>
    );
  }
}
