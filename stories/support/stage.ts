import type { Role } from '@msp/workflows';
import type { Written } from '@msp/workflows/testing';
import { userEvent } from 'storybook/test';
import type { Demo } from './demo-client.js';
import { demo } from './demo.js';
import { CASE, sampleCase } from './sample-case.js';
import type { Screen } from './screen.js';

/** What the elements of the stages have in common. */
export type StageArgs = { 'case-id': string; 'heading-level': number };

export const stageArgs: StageArgs = { 'case-id': CASE, 'heading-level': 1 };

export const stageArgTypes = { 'heading-level': { control: { type: 'number', min: 1, max: 3 } } } as const;

/** A case to which this has happened, seen by a practitioner or by somebody else. */
export const after = (
  events: readonly Written[],
  as: Role = 'practitioner',
  more: Omit<Demo, 'cases' | 'as'> = {},
): { demo: () => Demo } => demo(() => ({ ...more, as, cases: [sampleCase(events)] }));

/** Opens a step by its title. */
export const open = async (screen: Screen, title: string | RegExp): Promise<void> => {
  const all = await screen.findAllByText(title);
  const summary = all.map((node: HTMLElement) => node.closest('summary')).find((node: unknown) => node !== null);
  if (!summary) throw new Error(`There is no step called ${String(title)}.`);
  if (!summary.closest('details')?.open) await userEvent.click(summary);
};
