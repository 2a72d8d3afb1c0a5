import { formMessages } from '@msp/workflows/questions';

/** Texts by message id. A council overrides one by giving its id another text. */
export type Messages = Readonly<Record<string, string>>;

/** Values for the `{names}` inside a text. */
export type Params = Readonly<Record<string, string | number>>;

/** Puts the values into a text. A name without a value stays as it is, so that a mistake shows. */
export const phrase = (text: string, params: Params = {}): string =>
  text.replaceAll(/\{(\w{1,40})\}/g, (whole, name: string) => String(params[name] ?? whole));

/** What every element says in the same words. */
export const kitMessages = {
  ...formMessages,
  'kit.add-another': 'Add another',
  'kit.remove': 'Remove',
  'kit.remove-number': 'Remove number {number}',
  'kit.number-of': '{label} {number}',
  'kit.one-per-line': 'Write each one on a new line.',
  'kit.save': 'Save',
  'kit.saving': 'Saving…',
  'kit.saved': 'Saved.',
  'kit.field.required': 'Answer this: {label}',
  'kit.field.too-long': 'Make this shorter: {label}',
  'kit.field.date': 'Enter a real date, like 27 3 2026: {label}',
  'kit.field.characters': 'Some signs in this cannot be kept. Type it again in plain letters: {label}',
  'kit.field.other': 'Look at this answer again: {label}',
  'kit.blocked.title': 'This cannot be recorded yet',
  'kit.blocked.source': 'Where this comes from: {cites}',
  'kit.loading': 'Loading…',
  'kit.unreachable.title': 'We cannot reach the service',
  'kit.unreachable': 'Nothing is lost. What you wrote is still here. Check your connection, then try again.',
  'kit.try-again': 'Try again',
  'kit.not-found': 'We cannot find this case. It may belong to another team.',
  'kit.not-allowed': 'You do not have access to this. Sign in again, or ask your manager.',
  'kit.failed': 'This did not work. What you wrote is still here. Try again in a moment.',
  'kit.conflict':
    'A {role} recorded something at {when}, before you saved. We have loaded it. Read it, then save yours again.',
  'kit.no-client': 'This part of the page is not connected yet.',
  'kit.role.person': 'person',
  'kit.role.representative': 'representative',
  'kit.role.advocate': 'advocate',
  'kit.role.referrer': 'referrer',
  'kit.role.practitioner': 'practitioner',
  'kit.role.manager': 'manager',
  'kit.role.partner': 'partner organisation',
  'kit.role.system': 'system',
} as const satisfies Messages;

/** Id of a text that every element has. */
export type KitMessageId = keyof typeof kitMessages;
