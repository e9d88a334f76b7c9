import type { Requirement } from '../../requirement.js';
import { credentialRequirements } from './auth-credentials.js';
import { digestRequirements } from './auth-digest.js';

/** Authentication: credentials and digest together, in the order of their ids. */
export const authRequirements: readonly Requirement[] = [...credentialRequirements, ...digestRequirements].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);
