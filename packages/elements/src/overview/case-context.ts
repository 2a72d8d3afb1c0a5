import type { CaseView, Policy } from '@msp/workflows';
import type { CaseSession } from '../kit/case-session.js';
import type { ReaderWords } from '../kit/reader-words.js';

/** What the parts of the page of one case need to be drawn. */
export type CaseContext = {
  readonly view: CaseView;
  readonly policy: Policy;
  readonly reference: string;
  /** Level of the headings of its parts. */
  readonly level: number;
  readonly t: ReaderWords;
  readonly session: CaseSession | undefined;
};
