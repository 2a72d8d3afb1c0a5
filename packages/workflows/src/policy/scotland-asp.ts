import { advocated, cited, guided, handedOver, heard } from './cited.js';
import { englandCareAct } from './england-care-act.js';
import type { Policy } from './policy.schema.js';

const ACT = 'Adult Support and Protection (Scotland) Act 2007';
const CODE = 'Adult Support and Protection Code of Practice';
const ASSESSMENT = 'Social Work (Scotland) Act 1968 s12A';
const INCAPACITY = 'Adults with Incapacity (Scotland) Act 2000 s1';

const kinds: Readonly<Record<string, Partial<Policy['supportKinds'][number]>>> = {
  careActAssessment: { words: 'An assessment of community care needs', cites: ASSESSMENT },
  carersAssessment: { words: 'An adult carer support plan', cites: 'Carers (Scotland) Act 2016 s6' },
  informationAndAdvice: { words: 'Information and advice', cites: `${ACT} s6` },
  advocacy: { words: 'Independent advocacy', cites: `${ACT} s6` },
  prevention: { words: 'Help early, so that things do not get worse', cites: 'Social Work (Scotland) Act 1968 s12' },
};

/**
 * Scotland: Adult Support and Protection (Scotland) Act 2007. Adults are 16 and over; the three-point test is the Act's own (s3);
 * the council makes inquiries (s4). No Scottish provision compels an assessment that somebody with capacity refuses.
 */
export const scotlandASP: Policy = {
  ...englandCareAct,
  id: 'scotland-asp',
  version: '1',
  name: 'Scotland: Adult Support and Protection (Scotland) Act 2007',
  adultFrom: 16,
  calendar: 'scotland',
  limbs: [
    {
      code: 'unableToSafeguard',
      words: 'The adult is unable to safeguard their own well-being, property, rights or other interests',
      plain: 'Are they unable to look after their own well-being, property, rights or other interests?',
      cites: `${ACT} s3(1)(a)`,
      asks: 'protection',
    },
    {
      code: 'atRiskOfHarm',
      words: 'The adult is at risk of harm',
      plain: 'Are they at risk of harm?',
      cites: `${ACT} s3(1)(b)`,
      asks: 'risk',
    },
    {
      code: 'moreVulnerable',
      words:
        'Because they are affected by disability, mental disorder, illness or physical or mental infirmity, the adult is more vulnerable to being harmed than adults who are not so affected',
      plain: 'Does a disability, illness or something like it make it easier to harm them?',
      cites: `${ACT} s3(1)(c)`,
      asks: 'needs',
    },
  ],
  routes: [
    { code: 'statutoryEnquiry', words: 'Make inquiries under the Act', cites: `${ACT} s4` },
    { code: 'otherEnquiry', words: 'Find out more in another way (the test is not met)', cites: CODE },
    { code: 'noEnquiry', words: 'No inquiries: help in another way', cites: 'Social Work (Scotland) Act 1968 s12' },
    { code: 'redirected', words: 'Another law, council or case answers this', cites: `${ACT} s4` },
  ],
  redirectionGrounds: [
    { code: 'under18', words: 'The person is under 16', cites: `${ACT} s53(1)` },
    { code: 'died', words: 'The adult has died', cites: `${CODE}: learning reviews` },
    { code: 'elsewhere', words: 'The adult is in another council’s area', cites: `${ACT} s4` },
    { code: 'duplicate', words: 'There is already a case about this' },
  ],
  overrideGrounds: englandCareAct.overrideGrounds
    .filter(({ code }) => code !== 'positionOfTrust')
    .map((one) => {
      if (one.code === 'coercion') return { ...one, words: 'The person is under undue pressure', cites: `${ACT} s35` };
      if (one.code === 'lacksCapacityBestInterests') {
        return { ...one, words: 'The person cannot decide about this, and it benefits them', cites: INCAPACITY };
      }
      return one.code === 'riskToChildren' ? { code: one.code, words: one.words } : one;
    }),
  supportKinds: englandCareAct.supportKinds
    .filter(({ code }) => code !== 'selfNeglectPanel')
    .map((kind) => ({ ...kind, ...kinds[kind.code] })),
  assessDespiteRefusal: [],
  timescales: { ...englandCareAct.timescales, decide: 5 },
  wording: {
    ...cited(`${ACT} s3`, 'limbs-not-met', 'no-redirection-ground'),
    ...cited(
      `${ACT} s4`,
      'no-concern',
      'enquiry-under-way',
      'enquiry-report-missing',
      'enquiry-not-concluded',
      'enquire',
    ),
    ...cited(`${ACT} s3`, 'threshold.limbAssessed'),
    ...cited(`${ACT} s4`, 'concern.raised', 'case.reopened', 'enquiry.caused', 'enquiry.reported', 'enquiry.concluded'),
    ...cited(`${ACT} s3, s4`, 'threshold-undecided', 'threshold.decided'),
    ...cited(`${ACT} s2`, 'closure.overridden', ...heard),
    ...cited(CODE, ...guided),
    ...cited(`${ACT} s6`, ...advocated),
    ...cited(INCAPACITY, 'best-interests-missing', 'capacity-test-incomplete', 'consider-capacity-for-this-decision'),
    ...cited(INCAPACITY, 'consultation.recorded', 'capacity.assessed', 'bestInterests.decided', 'risk.accepted'),
    ...cited('Human Rights Act 1998 Sch 1 Art 5', 'liberty-safeguards'),
    ...cited(ASSESSMENT, 'assessNeeds', 'assessment-still-owed', 'support-not-considered', 'transition-16-to-25'),
    ...cited(ASSESSMENT, 'support.offered', 'support.notOffered'),
    ...cited(`${ACT} s6; ${ASSESSMENT}`, 'support-fits-reason'),
    ...cited('Carers (Scotland) Act 2016 s6', 'assessCarer', 'offer-carers-assessment'),
    ...cited(`${ACT} s6`, 'giveAdvice', 'support.withdrawn'),
    ...cited(`${ACT} s5`, 'shareForSafety', 'share-for-safety', 'transfer-not-accepted', 'handover-missing'),
    ...cited(`${ACT} s5`, 'transfer.accepted', ...handedOver),
    ...cited(`${CODE}: learning reviews`, 'considerReview'),
    ...cited(`${ACT} s42`, 'learn-from-this', 'lesson.learned'),
    ...cited(`${ACT} s2, s35`, 'explainOverride', 'override-not-explained', 'wishes-not-overridden'),
    ...cited(`${ACT} s2, s35`, 'wishes.overridden'),
    ...cited(`${ACT} s1`, 'danger-immediate', 'danger.reported', 'danger.eased'),
    assessDespiteRefusal: {
      cites: `${ASSESSMENT}: no duty that outlasts a refusal`,
    },
    'duty-to-enquire': {
      message:
        'All three points of the test are met, so the council must make inquiries. This does not depend on consent. What the person wants shapes how they are made.',
      cites: `${ACT} s4`,
    },
  },
};
