import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { abuseType, location, sourceOfRisk } from '../concern/concern.events.js';
import { checkInsEvents } from '../check-ins/check-ins.events.js';
import { closureEvents } from '../closure/closure.events.js';
import { outcomesEvents } from '../outcomes/outcomes.events.js';
import { voiceEvents } from '../voice/voice.events.js';
import { csvCell, nationalCsv } from './csv.js';
import { measures } from './face.js';
import { canaried } from './canary.fixture.js';
import { histories } from './histories.fixture.js';
import * as codes from './national-codes.js';
import { nationalTables } from './national-tables.js';
import { experienceTables, reasons } from './own-codes.js';

const SEED = 20261123;

/** What a reader of RFC 4180 makes of a line: a quoted cell ends at a quote that no other one follows. */
const parse = (line: string): string[] => {
  const quoted = /^"((?:[^"]|"")*)"(?:,|$)/u.exec(line);
  const comma = line.indexOf(',');
  const end = quoted ? quoted[0].length : comma < 0 ? line.length : comma + 1;
  const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : line.slice(0, comma < 0 ? undefined : comma);
  return end < line.length || line[end - 1] === ',' ? [cell, ...parse(line.slice(end))] : [cell];
};

const risky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    '\t',
    '\r',
    '\n',
    ' ',
    '"',
    ',',
    ';',
    "'",
    'A',
    '1',
    '\uFEFF',
    '−',
    '\u00A0',
  ),
});

test('no cell is a formula, and every cell reads back as it was', () => {
  fc.assert(
    fc.property(risky, (text) => {
      const [read] = parse(`${csvCell(text)},`);
      assert.ok(!/^[\s\uFEFF]*[=+\-@＝＋－＠−]/u.test(read ?? ''));
      assert.ok(!/^[\t\r\n]/u.test(read ?? ''));
      assert.ok(read === text || read === `'${text}`);
      assert.deepEqual(parse(`${csvCell(text)},${csvCell('b')}`), [read, 'b']);
      assert.ok(text === read || /^[\s\uFEFF]*[=+\-@＝＋－＠−]|^[\t\r\n]/u.test(text), 'nothing else is changed');
    }),
    { seed: SEED, numRuns: 5000 },
  );
});

test('the file of the collection has its columns, and a council’s name cannot run', () => {
  const lines = nationalCsv(measures.empty, { council: { code: 'E1', name: '=HYPERLINK("x")' } }).split('\r\n');
  assert.equal(lines[0], 'LA_CODE,LA_NAME,TABLE_REFERENCE,ENQUIRY_TYPE,CATEGORY,SUBCATEGORY,VALUE');
  assert.equal(lines[1], `E1,"'=HYPERLINK(""x"")",SG1f,All,Total Number of Safeguarding Concerns,Number,[c]`);
  assert.equal(lines.at(-1), '');
  assert.ok(lines.includes(`E1,"'=HYPERLINK(""x"")",SG4a,Section 42 Enquiries,Fully Achieved,Number,[x]`));
  assert.match(nationalCsv(measures.empty).split('\r\n')[1] ?? '', /^,,SG1f,All,/, 'no council, and no word of it');
  const sent = nationalCsv(measures.empty)
    .split('\r\n')
    .filter((line) => line.includes(',SG2a,Section 42'));
  assert.equal(sent.length, 11 * 3, 'no row for what is not known, and no totals');
  assert.ok(nationalCsv(measures.empty, { byteOrderMark: true }).startsWith('\uFEFFLA_CODE'));
});

test('every code of ours has its place in the national lists', () => {
  const isListed = (list: codes.CodeList, options: readonly string[]) => {
    for (const code of options) assert.ok(Object.hasOwn(list, code), code);
  };
  isListed(codes.typesOfRisk, abuseType.options);
  isListed(codes.sourcesOfRisk, sourceOfRisk.options);
  isListed(codes.locationsOfRisk, location.options);
  isListed(codes.riskOutcomes, closureEvents['risk.reviewed'].shape.result.options);
  isListed(codes.achievedAnswers, closureEvents['outcome.reviewed'].shape.result.options);
  isListed(codes.askedAnswers, outcomesEvents['outcomes.asked'].shape.result.options);
  isListed(reasons, closureEvents['closure.explored'].shape.reasons._zod.def.element.options);
  const { result, actionTaken } = checkInsEvents['enquiry.concluded'].shape;
  for (const found of result.options)
    isListed(
      codes.resultsAndActions,
      actionTaken.options.map((action) => codes.resultAndAction(found, action)),
    );
  const { shape } = voiceEvents['experience.recorded'];
  for (const { code, rows } of experienceTables) {
    const question = shape[code.split(' ')[1] as 'feelsSafer'];
    assert.deepEqual(Object.keys(rows).sort(), [...question._zod.def.innerType.options].sort());
  }
});

test('whatever is counted is shown: every count has its row and column', () => {
  const shown = new Map(
    measures
      .report(measures.empty, { level: 'organisation' })
      .tables.map(({ code, rows, columns }) => [
        code,
        new Set(rows.flatMap((row) => columns.map((column) => `${row.code}|${column.code}`))),
      ]),
  );
  fc.assert(
    fc.property(histories, (cases) => {
      for (const current of cases) {
        const { counts } = current.entries.reduce((sum, event) => measures.add(sum, event, current), measures.empty);
        for (const [code, cells] of Object.entries(counts)) {
          if (code === 'daysToConversation' || code === 'safetySteps') continue;
          for (const [cell, value] of Object.entries(cells)) {
            assert.ok(shown.get(code)?.has(cell), `${code}: ${cell}`);
            assert.ok(value > 0, 'nothing is counted less than never');
          }
        }
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
  assert.equal(nationalTables.length, 17);
});

test('no word, name or id that somebody gave is in a measure, a report or a file', () => {
  fc.assert(
    fc.property(histories, (cases) => {
      for (const plain of cases) {
        const current = canaried(plain);
        assert.ok(JSON.stringify(current.entries).includes('canary'));
        const measure = current.entries.reduce((sum, event) => measures.add(sum, event, current), measures.empty);
        const levels = (['person', 'organisation', 'partnership'] as const).map((level) =>
          measures.report(measure, { level }),
        );
        const out = JSON.stringify([measure, levels]) + nationalCsv(measure);
        assert.doesNotMatch(out, /canary|practitioner-1|manager-1|case-0|01960000/u);
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
});
