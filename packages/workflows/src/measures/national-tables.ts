import * as codes from './national-codes.js';
import { number } from './own-codes.js';
import type { NationalTable } from './table.js';

type EnquiryType = keyof typeof codes.enquiryTypes;

const forEnquiries =
  (kind: EnquiryType) =>
  (reference: string, part: string, title: string, rows: codes.CodeList, columns = number): NationalTable => ({
    code: `${reference}${part} ${kind}`,
    title: `${title} (${codes.enquiryTypes[kind]})`,
    rows,
    columns,
    totals: true,
    national: { reference, enquiryType: codes.enquiryTypes[kind] },
  });

const tablesFor = (kind: EnquiryType): readonly NationalTable[] => {
  const table = forEnquiries(kind);
  return [
    table('SG2a', '', 'Concluded enquiries by type and source of risk', codes.typesOfRisk, codes.sourcesOfRisk),
    table('SG2b', '', 'Concluded enquiries by place and source of risk', codes.locationsOfRisk, codes.sourcesOfRisk),
    table('SG2c', '', 'Concluded enquiries by result and action', codes.resultsAndActions),
    table('SG2e', '', 'Where a risk was identified: what became of it', codes.riskOutcomes),
    table('SG3a', '', 'Did the person lack capacity for a decision', codes.capacityAnswers),
    table('SG3a', ' support', 'Of these who lacked capacity: support', codes.capacitySupport),
    table('SG4a', '', 'Was the person asked what they want', codes.askedAnswers),
    table('SG4a', ' achieved', 'Of these who said what they want: was it achieved', codes.achievedAnswers),
  ];
};

/** The tables of the national Safeguarding Adults Collection that the record can answer (`law.md` §2). */
export const nationalTables: readonly NationalTable[] = [
  {
    code: 'SG1f',
    title: 'Concerns, and enquiries started',
    rows: codes.countedThings,
    columns: number,
    totals: false,
    national: { reference: 'SG1f', enquiryType: 'All' },
  },
  ...tablesFor('s42'),
  ...tablesFor('other'),
];
