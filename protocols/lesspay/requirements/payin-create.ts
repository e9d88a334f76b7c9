import type { Requirement } from '../../requirement.js';
import { payinCreateFlowRequirements } from './payin-create-flow.js';
import { payinCreateMemberRequirements } from './payin-create-members.js';

/** Create pay-in: the request's members and everything else together, in the order of their ids. */
export const payinCreateRequirements: readonly Requirement[] = [
  ...payinCreateFlowRequirements,
  ...payinCreateMemberRequirements,
].sort((a, b) => (a.id < b.id ? -1 : 1));
