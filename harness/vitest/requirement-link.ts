/** Allure's kind of the links that lead from a test to its requirement in the report. */
export const REQUIREMENT_LINK = 'requirement';
