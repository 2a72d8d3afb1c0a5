import { englandCareAct } from './england-care-act.js';
import { overlay } from './overlay.js';

/** An invented council's pack: England's law, its own words, shorter timescales, more second looks, its own kinds of help. */
export const larkshireCouncil = overlay(englandCareAct, {
  id: 'larkshire',
  version: '1',
  name: 'Larkshire Council',
  timescales: { acknowledge: 0, decide: 2, listen: 2, checkInEvery: 10, explore: 3, report: 10 },
  secondLookOn: ['statutoryEnquiry'],
  closingReasons: [
    { code: 'protectingSomeone', choiceMayNotBeFree: true },
    { code: 'lostTrust', choiceMayNotBeFree: true },
    { code: 'privacy', suggests: 'socialConnection' },
  ],
  supportKinds: [
    { code: 'socialConnection', words: 'The Lark Lane tea dance, and company nearby' },
    { code: 'fireSafety', words: 'A home visit by Larkshire Fire and Rescue' },
    { code: 'housing', words: 'The Larkshire housing team' },
  ],
  mayRecord: { 'feedback.given': ['practitioner', 'manager', 'advocate'] },
  wording: {
    'person-not-heard': {
      message: 'Nobody has sat down with the person yet. Go and see them, or ask the Lark Lane team to come with you.',
    },
    'support-not-considered': {
      message: 'What would help next? Look at the Larkshire directory together, or say why nothing more is wanted.',
    },
    'tell-the-referrer': { message: 'Larkshire promises an answer to everybody who raises a concern. Give it.' },
  },
});
