import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { expect } from 'vitest';
import { App } from '../../renderer/shell/app.tsx';

/** Opens the whole window at a path; the desk on the window answers. */
export async function openApp(path = '/today'): Promise<UserEvent> {
  const user = userEvent.setup();
  render(<App path={path} />);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

/** What is wrong with the page's structure for someone who reads it with an assistive tool. Colours need a real page. */
export async function barriers(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    // What passed is not described: that would take most of the time.
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Fails with the barriers by name. */
export const expectNoBarriers = async (): Promise<void> => expect(await barriers()).toEqual([]);
