import type { Certificate } from '../proof/certificate.js';

/** The certificates of the packs that are shipped, by their ids. `npm run proof:packs` proves them; a test holds them to the packs. */
export const certificates: Readonly<Record<string, Certificate>> = {
  'england-care-act': { pack: 'b05d244fc97b1970569a1e4708337d77a9a9bfdf2757b4d2ad95d745861aafa3', engine: '0.1.0' },
  'wales-sswba': { pack: '8398b55e2f3146652621238defd97d3d50c79a310984fade74ec3ead681fcaee', engine: '0.1.0' },
  'scotland-asp': { pack: '87d305577d51bf450f98222eb3fe7829ab6f020589a43da2edc3b3c085f7bf11', engine: '0.1.0' },
  larkshire: { pack: '48b80895fc7fd9de03d43bb0898dbf6907a734724eb8f3a2b029a444a7bb1aea', engine: '0.1.0' },
};
