import { englandCareAct } from './england-care-act.js';
import type { Policy } from './policy.schema.js';

const ACT = 'Social Services and Well-being (Wales) Act 2014';
const GUIDANCE = 'Wales Safeguarding Procedures; statutory guidance under Part 7';

const ground = (code: string): Policy['redirectionGrounds'][number] => {
  const found = englandCareAct.redirectionGrounds.find((one) => one.code === code);
  if (!found) throw new Error(`There is no ground ${code}.`);
  return found;
};

const kinds: Readonly<Record<string, Partial<Policy['supportKinds'][number]>>> = {
  careActAssessment: { words: 'An assessment of care and support needs', cites: `${ACT} s19` },
  carersAssessment: { words: 'A carer’s assessment', cites: `${ACT} s24` },
  informationAndAdvice: { cites: `${ACT} s17` },
  prevention: { cites: `${ACT} s15` },
};

/**
 * Wales: Social Services and Well-being (Wales) Act 2014. The same three points as in England, in the Act's own order; relevant
 * partners must report; enquiries are normally made within seven working days. Everything else that the law does not set
 * differently is England's, so that a case reads alike on both sides of the border.
 */
export const walesSSWBA: Policy = {
  ...englandCareAct,
  id: 'wales-sswba',
  version: '1',
  name: 'Wales: Social Services and Well-being (Wales) Act 2014',
  limbs: [
    {
      code: 'abuseOrRisk',
      words: 'The adult is experiencing, or is at risk of, abuse or neglect',
      plain: 'Are they being abused or neglected, or at risk of it?',
      cites: `${ACT} s126(1)(a)`,
      asks: 'risk',
    },
    {
      code: 'needs',
      words: 'The adult has needs for care and support (whether or not the authority is meeting any of them)',
      plain: 'Do they need care and support?',
      cites: `${ACT} s126(1)(b)`,
      asks: 'needs',
    },
    {
      code: 'unableToProtect',
      words:
        'As a result of those needs, the adult is unable to protect themselves against the abuse or neglect, or the risk of it',
      plain: 'Because of their needs, are they unable to protect themselves?',
      cites: `${ACT} s126(1)(c)`,
      asks: 'protection',
    },
  ],
  routes: [
    { code: 'statutoryEnquiry', words: 'Make enquiries, and decide whether to act', cites: `${ACT} s126(2)` },
    { code: 'otherEnquiry', words: 'Find out more in another way (the test is not met)', cites: `${ACT} s5` },
    { code: 'noEnquiry', words: 'No enquiries: help in another way', cites: `${ACT} s15, s17, s19` },
    { code: 'redirected', words: 'Another law, authority or case answers this', cites: `${ACT} s126(1)` },
  ],
  redirectionGrounds: [
    { ...ground('under18'), cites: `${ACT} s130` },
    { ...ground('died'), cites: `${ACT} s139` },
    { ...ground('elsewhere'), words: 'The adult is in another authority’s area', cites: `${ACT} s126(1)` },
    ground('duplicate'),
  ],
  supportKinds: englandCareAct.supportKinds.map((kind) => ({ ...kind, ...kinds[kind.code] })),
  timescales: { ...englandCareAct.timescales, decide: 7, report: 7 },
  wording: {
    'limbs-not-met': { cites: `${ACT} s126(1)` },
    'duty-to-enquire': {
      message:
        'All three points of the test are met, so the authority must make enquiries, and decide whether to act. This does not depend on consent. What the person wants shapes how it is done.',
      cites: `${ACT} s126(2)`,
    },
    'no-redirection-ground': { cites: `${ACT} s126(1)` },
    'enquiry-under-way': { cites: `${ACT} s126(2)` },
    'enquiry-report-missing': { cites: `${ACT} s126(2)` },
    'enquiry-not-concluded': { cites: `${ACT} s126(2)` },
    'threshold-undecided': { cites: `${ACT} s126(1)` },
    'person-not-heard': { cites: `${ACT} s6(2)` },
    'outcomes-not-asked': { cites: `${ACT} s6(2)` },
    'advocate-owed': { cites: `${ACT} s181` },
    'assessment-still-owed': { cites: `${ACT} s20` },
    'support-not-considered': { cites: `${ACT} s15, s17, s19` },
    'transfer-not-accepted': { cites: `${ACT} s126(1), s128` },
    'danger-immediate': { cites: `${ACT} s5` },
    enquire: { cites: `${ACT} s126(2)` },
    arrangeAdvocate: { cites: `${ACT} s181` },
    arrangeAssessmentAdvocate: { cites: `${ACT} s181` },
    assessNeeds: { cites: `${ACT} s19` },
    assessDespiteRefusal: { cites: `${ACT} s20` },
    assessCarer: { cites: `${ACT} s24` },
    giveAdvice: { cites: `${ACT} s17` },
    involveThePerson: { cites: `${ACT} s6(2)` },
    explainOverride: { cites: GUIDANCE },
    shareForSafety: { cites: `${ACT} s128` },
    considerReview: { cites: `${ACT} s139` },
    'share-for-safety': {
      message:
        'Somebody else may be at risk. Relevant partners must report that, so tell those who can keep them safe.',
      cites: `${ACT} s128`,
    },
    'consider-advocate': { cites: `${ACT} s181` },
    'offer-carers-assessment': { cites: `${ACT} s24` },
  },
};
