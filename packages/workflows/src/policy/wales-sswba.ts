import { advocated, cited, guided, handedOver, heard } from './cited.js';
import { englandCareAct } from './england-care-act.js';
import type { Policy } from './policy.schema.js';

const ACT = 'Social Services and Well-being (Wales) Act 2014';
const GUIDANCE = 'Wales Safeguarding Procedures; statutory guidance under Part 7';
const REVIEWS = 'Safeguarding Boards (Functions and Procedures) (Wales) Regulations 2015';

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
    { ...ground('died'), cites: REVIEWS },
    { ...ground('elsewhere'), words: 'The adult is in another authority’s area', cites: `${ACT} s126(1)` },
    ground('duplicate'),
  ],
  overrideGrounds: englandCareAct.overrideGrounds.map((one) =>
    one.code === 'positionOfTrust' ? { ...one, cites: 'Wales Safeguarding Procedures' } : one,
  ),
  supportKinds: englandCareAct.supportKinds.map((kind) => ({ ...kind, ...kinds[kind.code] })),
  timescales: { ...englandCareAct.timescales, decide: 7, report: 7 },
  wording: {
    ...cited(`${ACT} s126(1)`, 'no-concern', 'limbs-not-met', 'no-redirection-ground', 'threshold-undecided'),
    ...cited(`${ACT} s126(1)`, 'concern.raised', 'threshold.limbAssessed', 'case.reopened'),
    ...cited(`${ACT} s126`, 'threshold.decided'),
    ...cited(`${ACT} s126(2)`, 'enquiry.caused', 'enquiry.reported', 'enquiry.concluded'),
    ...cited(`${ACT} s126(2)`, 'enquiry-under-way', 'enquiry-report-missing', 'enquiry-not-concluded', 'enquire'),
    ...cited(`${ACT} s6(2)`, ...heard),
    ...cited(`${ACT} s6(2), s6(3); Human Rights Act 1998 Sch 1 Art 8`, 'wishes-not-overridden', 'wishes.overridden'),
    ...cited(`${ACT} s6(2), s6(3)`, 'closure.overridden'),
    ...cited(GUIDANCE, ...['override-not-explained', 'explainOverride'], ...guided),
    ...cited(`${ACT} s181`, ...advocated),
    ...cited(`${ACT} s19`, 'assessNeeds'),
    ...cited(`${ACT} s20`, 'assessment-still-owed', 'assessDespiteRefusal'),
    ...cited(`${ACT} s24`, 'assessCarer', 'offer-carers-assessment'),
    ...cited(`${ACT} s17`, 'giveAdvice'),
    ...cited(
      `${ACT} s15, s17, s19`,
      'support-not-considered',
      'support-fits-reason',
      'support.offered',
      'support.notOffered',
    ),
    ...cited(`${ACT} s15, s17`, 'support.withdrawn'),
    ...cited(`${ACT} s162, s164`, 'handover-missing', ...handedOver),
    ...cited(`${ACT} s126(1), s128`, 'transfer-not-accepted', 'transfer.accepted'),
    ...cited(`${ACT} s128`, 'shareForSafety'),
    ...cited(`${ACT} s5`, 'danger-immediate', 'danger.reported', 'danger.eased'),
    ...cited(`${ACT} s19, s21`, 'transition-16-to-25'),
    ...cited(REVIEWS, 'considerReview', 'learn-from-this', 'lesson.learned'),
    'duty-to-enquire': {
      message:
        'All three points of the test are met, so the authority must make enquiries, and decide whether to act. This does not depend on consent. What the person wants shapes how it is done.',
      cites: `${ACT} s126(2)`,
    },
    'share-for-safety': {
      message:
        'Somebody else may be at risk. Relevant partners must report that, so tell those who can keep them safe.',
      cites: `${ACT} s128`,
    },
  },
};
