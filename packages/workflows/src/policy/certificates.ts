import type { Certificate } from '../proof/certificate.js';

/** The certificates of the packs that are shipped, by their ids. `npm run proof:packs` proves them; a test holds them to the packs. */
export const certificates: Readonly<Record<string, Certificate>> = {
  'england-care-act': { pack: 'f108031f40a168fe4631ac617e9e582c88820c2d476f37678092839e85f6b6a2', engine: '0.1.0' },
  'wales-sswba': { pack: '6d91fe6709653402800bd98cadd833eb522dd5fda263be24aa56e3103f3ce08e', engine: '0.1.0' },
  'scotland-asp': { pack: '55b808a1e8090604f0698f56d19686b24cecbafa727d0305f1e444a66d722221', engine: '0.1.0' },
  larkshire: { pack: '8d9b998c2be46aeb644bbe81074f4016357b0d1a507e10537fe0c955bbe38f6c', engine: '0.1.0' },
};
