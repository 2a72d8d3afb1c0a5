import type { Choice } from '@msp/workflows/questions';

/** Choices whose labels are messages: `choices(t, 'stage.answer', ['yes', 'no'])` reads `stage.answer.yes` and `stage.answer.no`. */
export const choices = <Prefix extends string, Code extends string>(
  t: (id: NoInfer<`${Prefix}.${Code}`>) => string,
  prefix: Prefix,
  codes: readonly Code[],
): Choice[] => codes.map((value) => ({ value, label: t(`${prefix}.${value}`) }));

type Coded = { readonly code: string; readonly words: string; readonly cites?: string | undefined };

/** Choices that belong to the policy pack: its codes, its words, and where they come from. */
export const fromPack = (list: readonly Coded[], options: { cites?: boolean } = {}): Choice[] =>
  list.map(({ code, words, cites }) => ({
    value: code,
    label: words,
    ...(options.cites && cites !== undefined && { hint: cites }),
  }));

/** What the pack calls this code. */
export const wordsOf = (list: readonly Coded[], code: unknown): string =>
  list.find((one) => one.code === code)?.words ?? '';
