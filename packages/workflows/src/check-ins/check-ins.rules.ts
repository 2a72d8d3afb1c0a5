import { isEnquiryUnderWay } from '../case/read.js';
import type { Rule, Rules } from '../kit/rule.js';

const reportMissing: Rule<'enquiry.concluded'> = {
  code: 'enquiry-report-missing',
  message:
    'Somebody was asked to make part of this enquiry and has not reported yet. Record what they found. The council stays responsible.',
  cites: 'Care Act 2014 s42(2)',
  clearedBy: ['enquiry.reported'],
  blocks: ({ facts }) => Object.values(facts.checkIns.enquiries).includes('caused'),
};

const thresholdUndecided: Rule<'enquiry.concluded'> = {
  code: 'threshold-undecided',
  message: 'There is no enquiry to conclude yet. Decide the three-point test first.',
  cites: 'Care Act 2014 s42(1), s42(2)',
  clearedBy: ['threshold.decided'],
  blocks: (situation) => !isEnquiryUnderWay(situation),
};

export const checkInsRules: Rules = { 'enquiry.concluded': [reportMissing, thresholdUndecided] };
