import type { Route } from '../route.js';
import {
  codeListSchema,
  madeCodeSchema,
  newCodeSchema,
  openCodeSchema,
  openedCodeSchema,
  renewCodeSchema,
  revokeCodeSchema,
  revokedCodeSchema,
} from '../codes.js';
import { keptApartSchema, otherPersonSchema, samePersonSchema } from '../same-person.js';
import { staff, always, withToken, withSmallBody } from './who.js';

/** People: the same person in several cases, and codes for those without an account. */
export const peopleRoutes = {
  findSamePerson: {
    method: 'GET',
    path: '/v1/cases/:caseId/same-person',
    summary:
      'Other cases that may be about the same person. Whether they are is for people to say: link them, or keep them apart.',
    roles: staff,
    caseScoped: true,
    status: 200,
    response: samePersonSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  keepApart: {
    method: 'POST',
    path: '/v1/cases/:caseId/same-person/apart',
    summary: 'Say that another case is about another person: it is not offered again.',
    roles: staff,
    caseScoped: true,
    body: otherPersonSchema,
    status: 200,
    response: keptApartSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  makeCode: {
    method: 'POST',
    path: '/v1/cases/:caseId/codes',
    summary:
      'Make a code that opens the case once for the adult, or who represents or supports them. It is shown once.',
    roles: staff,
    caseScoped: true,
    body: newCodeSchema,
    status: 201,
    response: madeCodeSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  listCodes: {
    method: 'GET',
    path: '/v1/cases/:caseId/codes',
    summary: 'The codes of a case, and how they stand.',
    roles: staff,
    caseScoped: true,
    status: 200,
    response: codeListSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  revokeCode: {
    method: 'POST',
    path: '/v1/cases/:caseId/codes/revoke',
    summary: 'End a code, and whatever it opened, at once.',
    roles: staff,
    caseScoped: true,
    body: revokeCodeSchema,
    status: 200,
    response: revokedCodeSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  openCode: {
    method: 'POST',
    path: '/v1/codes/open',
    summary: 'Open a case with a code. The answer has a token for this one case.',
    roles: 'anyone',
    body: openCodeSchema,
    status: 200,
    response: openedCodeSchema,
    errors: ['not-found', 'too-many-requests', 'unavailable', ...withSmallBody, ...always],
  },
  renewCode: {
    method: 'POST',
    path: '/v1/codes/renew',
    summary: 'A further token for a case that a code opened.',
    roles: 'anyone',
    body: renewCodeSchema,
    status: 200,
    response: openedCodeSchema,
    errors: ['not-found', 'too-many-requests', 'unavailable', ...withSmallBody, ...always],
  },
} as const satisfies Record<string, Route>;
