import type { CaseView, EntryView, EventData } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { Piece } from '../kit/form/templates.js';
import type { ReaderWords } from '../kit/reader-words.js';
import { dayWords } from '../stage/readings.js';
import { recordLines } from './record-lines.js';
import type { Line, Reader } from './record-lines.js';

type Data = Readonly<Record<string, unknown>>;

/** What an entry needs to be drawn. */
export type EntryContext = {
  readonly view: CaseView;
  readonly reader: Reader;
  /** The text for whoever reads: the person is told about “you”. */
  readonly t: ReaderWords;
};

/** A minute apart is how long it takes to press a button; more means that it was written down later. */
const LATER_MS = 60_000;

export const timeWords = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

const whoOf = ({ t }: EntryContext, { by }: EntryView): string => {
  const role = t(`record.by.${by.role}`);
  return 'id' in by ? t('record.who', { role, id: by.id, organisation: by.organisation }) : role;
};

const dataOf = (value: unknown): Data | undefined =>
  typeof value === 'object' && value !== null ? (value as Data) : undefined;

const lineTemplate = ({ label, texts, quoted }: Line): Piece => {
  const said =
    texts.length === 1
      ? texts[0]
      : html`<ul>
          ${texts.map((text) => html`<li>${text}</li>`)}
        </ul>`;
  return html`<div class=${quoted ? 'said' : nothing}>
    <dt>${label}</dt>
    <dd>${quoted ? html`<blockquote part="quote">${said}</blockquote>` : said}</dd>
  </div>`;
};

const linesTemplate = (lines: readonly Line[], struckOut = false): Piece =>
  lines.length === 0 ? nothing : html`<dl class=${struckOut ? 'struck-out' : nothing}>${lines.map(lineTemplate)}</dl>`;

const readingsTemplate = ({ t, reader }: EntryContext, type: EntryView['type'], before: Data, now: Data): Piece =>
  html`<div class="readings">
    <div>
      <p>${t('record.now')}</p>
      ${linesTemplate(recordLines(reader, { type }, now))}
    </div>
    <div>
      <p>${t('record.before')}</p>
      ${linesTemplate(recordLines(reader, { type }, before), true)}
    </div>
  </div>`;

const correctionsOf = ({ view }: EntryContext, { id }: EntryView): readonly EntryView[] =>
  view.entries.filter(({ type, data }) => type === 'entry.corrected' && data['entryId'] === id);

function bodyTemplate(context: EntryContext, entry: EntryView): Piece {
  const { reader, t } = context;
  const correction = correctionsOf(context, entry).at(-1);
  if (!correction) {
    const { data: _, ...data } = entry.data;
    return linesTemplate(recordLines(reader, entry, entry.type === 'entry.corrected' ? data : entry.data));
  }
  const { because, data } = correction.data as Partial<EventData<'entry.corrected'>>;
  const now = dataOf(data);
  const params = { day: dayWords(correction.at), who: whoOf(context, correction) };
  return html`<div class="put-right" part="correction">
    <p><strong>${t(now ? 'record.corrected' : 'record.struck', params)}</strong></p>
    ${because === undefined ? nothing : html`<p>${t('record.because', { because })}</p>`}
    ${
      now
        ? readingsTemplate(context, entry.type, entry.data, now)
        : linesTemplate(recordLines(reader, entry, entry.data), true)
    }
  </div>`;
}

/** One entry: what it was, when, by whom, what it says, and what became of it. */
export function timelineEntry(context: EntryContext, entry: EntryView): Piece {
  const { t } = context;
  const { type, at, recordedAt } = entry;
  const later = recordedAt !== undefined && Date.parse(recordedAt) - Date.parse(at) > LATER_MS;
  return html`<li class="entry ${type === 'danger.reported' ? 'urgent' : ''}" part="entry" data-type=${type}>
    <p class="name">${t(`event.${type}`)}</p>
    <p class="muted small">${t('record.at', { time: timeWords(at), who: whoOf(context, entry) })}</p>
    ${
      later
        ? html`<p class="muted small">
            ${t('record.written-down', { day: dayWords(recordedAt), time: timeWords(recordedAt) })}
          </p>`
        : nothing
    }
    ${bodyTemplate(context, entry)}
  </li>`;
}
