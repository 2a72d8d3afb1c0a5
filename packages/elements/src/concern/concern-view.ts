import type { Answer, ConcernFormMessageId, NewsMessageId, TextOf } from '@msp/workflows/questions';
import type { Problem } from '../kit/form/field.js';
import type { FormView } from '../kit/form/templates.js';
import type { Params } from '../kit/messages.js';
import type { ConcernDraft } from './concern-draft.js';
import type { Contact } from './route-page.js';
import type { ComingBack } from './saved-form.js';

/** What the pages of the concern form draw from. */
export type ConcernView = FormView & {
  readonly t: (id: ConcernFormMessageId | NewsMessageId | Parameters<FormView['t']>[0], params?: Params) => string;
  readonly textOf: TextOf;
  readonly draft: ConcernDraft;
  readonly comingBack: ComingBack;
  readonly level: number;
  readonly council: string;
  readonly phone: string | undefined;
  readonly contacts: readonly Contact[];
  /** Where the code of the receipt opens what became of it. */
  readonly newsAt: string | undefined;
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly does: {
    readonly start: () => void;
    readonly findRoute: () => void;
    readonly save: () => void;
    readonly comeBack: () => void;
    readonly back: () => void;
    readonly change: (pageId: string) => void;
    /** `note` is what the chosen answer calls for, to be said aloud as well. */
    readonly answer: (questionId: string, answer: Answer, note?: string) => void;
    readonly send: () => void;
    readonly again: () => void;
    readonly goTo: (questionId: string) => void;
  };
};
