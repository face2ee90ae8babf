import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallName, InputOf, KeptCallName, OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import type { Problem } from '../../shared/model/result.ts';
import { call, subscribe } from './client.ts';
import { useStable } from './stable.ts';

/** What is known of a question: the last answer stays while it is asked again. */
interface CallState<Value> {
  readonly value: Value | undefined;
  readonly problem: Problem | null;
  readonly waiting: boolean;
  /** Asks again now. */
  readonly again: () => void;
}

/** Whether an event says that a call may have another answer now. */
export const touches = (event: DeskEvent, name: CallName): boolean =>
  event.kind === 'changed' && event.calls.includes(name);

/**
 * Asks a call, and again whenever one of the tables that it declares has changed. `null` as input asks nothing. The last answer stays
 * on the screen while a new one is under way, also when the input changes: so act on the ids in `value`, which are
 * those of the record that is seen.
 */
export function useCall<Name extends KeptCallName>(name: Name, input: InputOf<Name> | null): CallState<OutputOf<Name>> {
  const asked = useStable(input);
  const [state, setState] = useState<Omit<CallState<OutputOf<Name>>, 'again'>>({
    value: undefined,
    problem: null,
    waiting: input !== null,
  });
  const ask = useRef<() => void>(() => {});

  useEffect(() => {
    if (asked === null) {
      setState({ value: undefined, problem: null, waiting: false });
      return;
    }
    let live = true;
    let running = false;
    let wanted = false;
    const run = async () => {
      // Several changes in a row become one more question, not one each.
      wanted = true;
      if (running) return;
      running = true;
      setState((now) => (now.waiting ? now : { ...now, waiting: true }));
      while (wanted && live) {
        wanted = false;
        const result = await call(name, asked);
        if (!live) return;
        setState(
          result.ok
            ? { value: result.value, problem: null, waiting: wanted }
            : { value: undefined, problem: result.problem, waiting: wanted },
        );
      }
      running = false;
    };
    ask.current = () => void run();
    void run();
    const leave = subscribe((event) => {
      if (touches(event, name)) void run();
    });
    return () => {
      live = false;
      leave();
    };
  }, [name, asked]);

  const again = useCallback(() => ask.current(), []);
  return { ...state, again };
}
