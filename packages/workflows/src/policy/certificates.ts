import type { Certificate } from '../proof/certificate.js';

/** The certificates of the packs that are shipped, by their ids. `npm run proof:packs` proves them; a test holds them to the packs. */
export const certificates: Readonly<Record<string, Certificate>> = {
  'england-care-act': { pack: 'f108031f40a168fe4631ac617e9e582c88820c2d476f37678092839e85f6b6a2', engine: '0.1.0' },
  'wales-sswba': { pack: 'adcc51cfd0314650bd0e09ed68b2018e25c846149b58f85acd9fcccb0b001755', engine: '0.1.0' },
  'scotland-asp': { pack: 'ec754600d6578140e123619664b2d2e94077d584327d467ca43fddd959dfd4f8', engine: '0.1.0' },
  larkshire: { pack: '8d9b998c2be46aeb644bbe81074f4016357b0d1a507e10537fe0c955bbe38f6c', engine: '0.1.0' },
};
