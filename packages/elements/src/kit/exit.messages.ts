import { exitButton } from '@msp/workflows/questions';

/** What the exit control says. */
export const exitMessages = {
  'exit.button': exitButton,
  'exit.pressed.1': 'Shift. Press it 2 more times to leave this page.',
  'exit.pressed.2': 'Shift. Press it 1 more time to leave this page.',
} as const;
