import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { requestSchemaOf, validateMessage } from '../../../schemas/validator.js';

/** What is wrong with a request, by two judges that know nothing of the generators: the JSON Schema and the rules between members. */
export function problemsOf(operation: OperationName, message: unknown): string[] {
  return [
    ...validateMessage(requestSchemaOf(operation), message).map(
      ({ path, message: problem }) => `${path || '/'}: ${problem}`,
    ),
    ...messageRuleProblems(operation, message).map(({ path, message: problem }) => `${path}: ${problem}`),
  ];
}
