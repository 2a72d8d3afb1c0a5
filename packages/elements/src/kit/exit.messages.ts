/** What the exit control says. Neutral on purpose: whoever looks over a shoulder learns nothing. */
export const exitMessages = {
  'exit.button': 'Leave this page',
  'exit.pressed.1': 'Shift. Press it 2 more times to leave this page.',
  'exit.pressed.2': 'Shift. Press it 1 more time to leave this page.',
} as const;
