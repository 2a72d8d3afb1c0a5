import type { Case } from '../case/case.js';
import type { CaseEvent } from '../case/events.js';

/** An entry as it reads now, written down as a plain row. */
type Row = { seq: number; type: string; at: number; by: CaseEvent['by']; data: Record<string, string> };

const DAY = 86_400_000;

const rowsOf = ({ entries }: Case): Row[] =>
  entries.flatMap((event, index) => {
    const fix = entries.filter((e) => e.type === 'entry.corrected' && e.data.entryId === event.id).at(-1);
    const data = fix ? (fix.data as { data?: object }).data : (event.data ?? {});
    return data
      ? [
          {
            seq: index + 1,
            type: event.type,
            at: Date.parse(event.at),
            by: event.by,
            data: data as unknown as Row['data'],
          },
        ]
      : [];
  });

const split = (rows: Row[]): Row[][] => {
  const parts: Row[][] = [[]];
  for (const row of rows) {
    const isClosed = parts.at(-1)?.some(({ type }) => type === 'case.closed');
    if (isClosed && (row.type === 'case.reopened' || row.type === 'danger.reported')) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
};

const vague = ['notKnown', 'notAsked', 'notRecorded'];
const known = (values: string[], fallback: string): string =>
  values.filter((v) => !vague.includes(v)).at(-1) ?? values.at(-1) ?? fallback;

/** Counts everything again from the whole record: slowly, by looking back from each question, and in no other way alike. */
export const countSlowly = (current: Case): Record<string, number> => {
  const counts: Record<string, number> = {};
  const tell = (...cell: (string | number)[]): void => {
    const key = cell.join(' / ');
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const rows = rowsOf(current);
  const parts = split(rows);
  parts.forEach((part, number) => {
    const soFar = rows.filter(({ seq }) => seq <= (part.at(-1)?.seq ?? 0));
    const of = (...types: string[]): Row[] => part.filter(({ type }) => types.includes(type));
    const since = (row: Row | undefined, list: Row[]): Row[] => list.filter(({ seq }) => seq > (row?.seq ?? 0));
    const comeBack = of('closure.reconsidered', 'closure.overridden').at(-1);
    const asked = of('closure.requested').at(-1);
    const later = [comeBack, asked].sort((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0)).at(-1);

    const routes = of('threshold.decided').filter(
      ({ data }) => data['route'] === 'statutoryEnquiry' || data['route'] === 'otherEnquiry',
    );
    const firstStatutory = routes.find(({ data }) => data['route'] === 'statutoryEnquiry');
    const kind = firstStatutory ? 's42' : routes.length > 0 ? 'other' : null;
    if (kind) tell('SG1f', kind);
    const conclusion = of('enquiry.concluded').at(-1);
    const counts42 = conclusion && kind && (kind === 'other' || conclusion.seq > (firstStatutory?.seq ?? 0));
    if (counts42) {
      const concerns = soFar
        .filter(({ type }) => type === 'concern.raised')
        .map(({ data }) => data as Record<string, string | string[]>);
      const source = known(
        concerns.flatMap((d) => d['sourceOfRisk'] ?? []),
        'notRecorded',
      );
      const all = [...new Set(concerns.flatMap((d) => d['types'] ?? []))];
      const sure = all.filter((t) => !vague.includes(t));
      for (const type of sure.length > 0 ? sure : all.length > 0 ? all : ['notRecorded'])
        tell(`SG2a ${kind}`, type, source);
      tell(
        `SG2b ${kind}`,
        known(
          concerns.flatMap((d) => d['location'] ?? []),
          'notRecorded',
        ),
        source,
      );
      const { result, actionTaken } = conclusion.data as Record<string, string>;
      const ceased = result === 'ceasedAtPersonsRequest' && actionTaken === 'yes';
      tell(`SG2c ${kind}`, ceased ? 'inconclusive yes' : `${result} ${actionTaken}`);
      const risk = since(later, of('risk.reviewed')).at(-1);
      if (result === 'riskIdentified' && risk) tell(`SG2e ${kind}`, risk.data['result'] ?? '');
      const assessed = of('capacity.assessed');
      const lacks = [...new Set(assessed.map(({ data }) => data['decision']))].some(
        (about) =>
          assessed.filter(({ data }) => data['decision'] === about).at(-1)?.data['conclusion'] === 'lacksCapacity',
      );
      tell(`SG3a ${kind}`, lacks ? 'yes' : assessed.length > 0 ? 'no' : 'notRecorded');
      const answer = of('outcomes.asked').at(-1)?.data['result'] ?? 'notRecorded';
      tell(`SG4a ${kind}`, answer);
    }

    const heard = part
      .map(({ type, data, at }) => ({
        at,
        said: (type === 'conversation.held'
          ? data
          : type === 'closure.explored'
            ? data['conversation']
            : undefined) as unknown as { with: string[]; freeToSpeak: string } | undefined,
      }))
      .filter(({ said }) => said?.with.includes('person') && said.freeToSpeak !== 'no')
      .map(({ at }) => at);
    const begins = [...of('concern.raised').map(({ at }) => at), ...(number > 0 ? [part[0]?.at ?? 0] : [])];
    tell('conversations', heard.length > 0 ? 'held' : 'notYet');
    if (heard.length > 0)
      tell('daysToConversation', Math.max(0, Math.floor((Math.min(...heard) - Math.min(...begins)) / DAY)));
    for (const { at, data } of of('threshold.decided', 'plan.agreed', 'enquiry.concluded', 'closure.agreed')) {
      if (['died', 'duplicate'].includes(data['ground'] ?? '')) continue;
      tell('decisions', heard.some((when) => when <= at) ? 'afterConversation' : 'withoutConversation');
    }
    const rated = of('safety.rated').filter(({ data }) => data['rating'] !== undefined);
    const start = rated.filter(({ data }) => data['moment'] === 'start').at(-1)?.data['rating'];
    const end = since(comeBack, rated)
      .filter(({ data }) => data['moment'] === 'end')
      .at(-1)?.data['rating'];
    if (start !== undefined && end !== undefined) tell('safetySteps', Number(end) - Number(start));

    for (const { seq } of of('case.closed')) {
      const why = since(later, of('closure.explored'))
        .filter((row) => row.seq < seq)
        .at(-1)?.data['reasons'] as unknown as string[] | undefined;
      tell('closings', 'closed');
      for (const reason of new Set(!why ? ['notExplored'] : why.length > 0 ? why : ['notReached']))
        tell('closingReasons', reason);
    }
    for (const { by, seq } of of('closure.approved')) {
      const voids = of('closure.reconsidered', 'closure.overridden', 'closure.requested')
        .filter((row) => row.seq < seq)
        .at(-1);
      const explorer = since(voids, of('closure.explored'))
        .filter((row) => row.seq < seq)
        .at(-1)?.by.id;
      tell('secondLooks', by.role === 'manager' && by.id !== explorer ? 'byAnother' : 'sameHand');
    }
    const offered = new Map(of('support.offered').map((row) => [row.data['supportId'] as string, row]));
    for (const [id, row] of offered) {
      const about = (type: string) => since(row, of(type)).some(({ data }) => data['supportId'] === id);
      tell('support', row.data['kind'] ?? '', 'offered');
      if (about('support.confirmed') && !about('support.refused')) tell('support', row.data['kind'] ?? '', 'confirmed');
    }
  });
  for (const { type, seq, data, by } of rows) {
    if (type === 'concern.raised') tell('SG1f', 'concerns');
    if (type === 'concern.raised') tell('concerns', seq === 1 ? 'first' : 'again');
    if (type === 'lesson.learned') tell('lessons', 'learned');
    if (type !== 'experience.recorded' || !data['outcomesMet']) continue;
    const role = ['person', 'representative'].includes(by.role) ? by.role : 'notRecorded';
    tell('experience outcomesMet', data['outcomesMet'], data['answeredBy'] ?? role);
  }
  return counts;
};
