import { createHmac } from 'node:crypto';
import { AUDIENCE, type Good, ISSUER, encode, seconds, signed } from './good-tokens.js';
import type { Random } from './random.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

type Forge = (good: Good, random: Random, other: Good) => string;

const at = (text: string, random: Random, change: (letter: string) => string): string => {
  const place = random.below(text.length);
  return `${text.slice(0, place)}${change(text[place] ?? '')}${text.slice(place + 1)}`;
};

const flipped = (part: string, random: Random): string => {
  const bytes = Buffer.from(part, 'base64url');
  const place = random.below(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
  return bytes.toString('base64url');
};

const withPart = ({ parts }: Good, index: number, part: string): string =>
  parts.map((own, place) => (place === index ? part : own)).join('.');

const odd: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e99,
  true,
  [],
  {},
  ['manager'],
  'MANAGER',
  'admin',
  'manager ',
  '\u0000',
  'ｍanager',
  '../other',
  '*',
  `${AUDIENCE}\u200b`,
];

const oddClaims = ({ claims }: Good, random: Random): Record<string, unknown> => {
  const name = random.pick([...Object.keys(claims), 'case', 'nbf', 'scope', 'tenants', '__proto__']);
  const { [name]: _, ...without } = claims;
  return random.below(4) === 0
    ? without
    : (JSON.parse(
        `{${JSON.stringify(claims).slice(1, -1)},${JSON.stringify(name)}:${JSON.stringify(random.pick(odd))}}`,
      ) as Record<string, unknown>);
};

const lookalikes: readonly (readonly [string, string])[] = [
  ['e', 'е'],
  ['a', 'ａ'],
  ['J', '𝐉'],
  ['I', 'Ⅰ'],
  ['-', '‐'],
  ['_', '＿'],
  ['.', '。'],
  ['.', '․'],
  ['0', '０'],
];

const white = [' ', '\t', '%20', '=', '==', '%3D', '+', '/', ',', ';', '"', "'", '\u00a0', '.'] as const;

const hmac = ({ parts, signer: { publicKey, kid } }: Good, random: Random): string => {
  const secret = random.pick([
    publicKey.export({ format: 'pem', type: 'spki' }),
    publicKey.export({ format: 'der', type: 'spki' }),
    JSON.stringify(publicKey.export({ format: 'jwk' })),
    '',
  ]);
  const input = `${encode({ alg: random.pick(['HS256', 'HS384', 'ES256', 'EdDSA']), kid, typ: 'msp+jwt' })}.${parts[1]}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};

/** Ways to make a token that nobody who may sign ever signed. */
export const forgeries = {
  'a bit flipped': (good, random) => {
    const index = random.below(3);
    return withPart(good, index, flipped(good.parts[index] ?? '', random));
  },
  'parts swapped': ({ parts: [a, b, c] }, random) =>
    random
      .pick([
        [b, a, c],
        [a, c, b],
        [c, b, a],
        [b, c, a],
        [c, a, b],
      ])
      .join('.'),
  'a part of another token': (good, random, other) => {
    const index = random.below(3);
    const isSame = other.parts[index] === good.parts[index];
    return withPart(good, isSame ? 1 : index, other.parts[isSame ? 1 : index] ?? '');
  },
  'cut short': ({ token }, random) => token.slice(0, random.below(token.length)),
  'begun late': ({ token }, random) => token.slice(1 + random.below(token.length - 1)),
  'a part twice, or none': ({ parts: [a, b, c] }, random) =>
    random
      .pick([
        [a, a, b, c],
        [a, b, b, c],
        [a, b, c, c],
        [a, b, c, a, b, c],
        ['', a, b, c],
        [a, '', b, c],
        [a, b, ''],
        [a, b],
        ['', b, c],
        [a, '', c],
        [a, b, c, ''],
      ])
      .join('.'),
  'signed by somebody unknown': ({ header, claims, stranger }) => signed(header, claims, stranger),
  'claims changed, signed by somebody unknown': (good, random) =>
    signed(good.header, oddClaims(good, random), good.stranger),
  'claims changed under the old signature': (good, random) => withPart(good, 1, encode(oddClaims(good, random))),
  'header changed under the old signature': (good, random) =>
    withPart(
      good,
      0,
      encode({
        ...good.header,
        [random.pick(['alg', 'kid', 'typ', 'crit', 'jwk', 'b64'])]: random.pick([...odd, 'none', 'HS256', 'ES384']),
      }),
    ),
  'claims that do not fit, signed by who may': (good, random) => {
    const wrong: Record<string, unknown> = random.pick([
      { exp: seconds - 31 - random.below(9_999) },
      { iat: seconds + 31 + random.below(9_999), exp: seconds + 20_000 },
      { exp: seconds + 700 + random.below(99_999) },
      { nbf: seconds + 31 + random.below(9_999) },
      { iss: `${ISSUER}${random.pick(['/', '.evil.example', ' ', ':443'])}` },
      { aud: random.pick([[AUDIENCE], `${AUDIENCE} `, AUDIENCE.toUpperCase(), '']) },
      { role: random.pick(['MANAGER', 'admin', ['manager'], null]) },
      { tenant: random.pick(['', '../x', 'a b', '*', null, 7, 'a'.repeat(101)]) },
      { sub: random.pick(['', null, 7, 'a\u0000b', 'x'.repeat(201)]) },
      { case: random.pick(['', '*', null, '01960000']) },
      { [`x-${random.hex(4)}`]: 1 },
    ]);
    return signed(good.header, { ...good.claims, ...wrong }, good.signer);
  },
  'keyed with what is public': hmac,
  'no algorithm': ({ header, claims, parts: [, , signature] }, random) =>
    `${encode({ ...header, alg: random.pick(['none', 'None', 'NONE', 'nOnE', '']) })}.${encode(claims)}.${random.pick(['', signature, 'AA'])}`,
  'a letter in the other case': ({ token }, random) => {
    const places = [...token].flatMap((letter, place) => (/[a-z]/i.test(letter) ? [place] : []));
    const place = random.pick(places.slice(0, -1));
    const letter = token[place] ?? '';
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    return `${token.slice(0, place)}${other}${token.slice(place + 1)}`;
  },
  'another spelling of the same bytes': (good, random) => {
    const index = random.below(3);
    const part = good.parts[index] ?? '';
    const bytes = Buffer.from(part, 'base64url');
    const others = [...ALPHABET]
      .map((letter) => part.slice(0, -1) + letter)
      .filter((other) => other !== part && Buffer.from(other, 'base64url').equals(bytes));
    // A part of whole groups of letters has no other spelling: the signature always has one.
    return others.length > 0 ? withPart(good, index, random.pick(others)) : withPart(good, 2, `${good.parts[2]}A`);
  },
  'a letter that looks alike': ({ token }, random) => {
    const [plain, alike] = random.pick(lookalikes.filter(([letter]) => token.includes(letter)));
    return token.replace(plain, alike);
  },
  'white space, padding or another alphabet': ({ token, parts }, random) => {
    const place = random.pick([
      0,
      token.length,
      parts[0].length,
      parts[0].length + parts[1].length + 1,
      random.below(token.length),
    ]);
    return `${token.slice(0, place)}${random.pick(white)}${token.slice(place)}`;
  },
  'a letter more or less': ({ token }, random) =>
    random.below(2) === 0 ? at(token, random, () => '') : at(token, random, (letter) => `${letter}A`),
  'signature of another length or of nothing': (good, random) =>
    withPart(
      good,
      2,
      Buffer.alloc(random.pick([0, 1, 32, 63, 64, 65, 72]), random.pick([0, 0xff])).toString('base64url'),
    ),
} as const satisfies Record<string, Forge>;
