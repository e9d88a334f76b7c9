import { suiteIdentity } from '../package-identity.js';

/** A GitHub Actions workflow that tests the platform and keeps the report folder. Credentials come from the secret store. */
export function ciWorkflow(statementFile: string): string {
  return `# Tests the platform against the Lesspay 2.0 documents.
#
# Settings of the repository that it needs (Settings, Secrets and variables, Actions):
#   variables  LESSPAY_BASE_URL      base URL of the sandbox
#              LESSPAY_CONFIRM_HOST  its host name once more: yes, orders may be created there
#   secrets    LESSPAY_APP_ID, LESSPAY_APP_SECRET
#              LESSPAY_SECOND_APP_ID, LESSPAY_SECOND_APP_SECRET (a second application; may be left out)
#
# Payouts are not created unless --allow-payouts is added to the command.
name: Lesspay conformance

on:
  workflow_dispatch:
  push:
    branches: [main]
  schedule:
    - cron: '23 3 * * *'

permissions:
  contents: read

# Two runs at the same time would disturb each other on one sandbox.
concurrency:
  group: lesspay-conformance

jobs:
  conformance:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Test the platform
        # --url is given, so that a variable that is not set is an error and not a test of the reference platform.
        run: >-
          npx --yes ${suiteIdentity.name}@${suiteIdentity.version} run
          --url "$LESSPAY_BASE_URL" --ics ${statementFile} --out conformance-report
        env:
          LESSPAY_BASE_URL: \${{ vars.LESSPAY_BASE_URL }}
          LESSPAY_CONFIRM_HOST: \${{ vars.LESSPAY_CONFIRM_HOST }}
          LESSPAY_APP_ID: \${{ secrets.LESSPAY_APP_ID }}
          LESSPAY_APP_SECRET: \${{ secrets.LESSPAY_APP_SECRET }}
          LESSPAY_SECOND_APP_ID: \${{ secrets.LESSPAY_SECOND_APP_ID }}
          LESSPAY_SECOND_APP_SECRET: \${{ secrets.LESSPAY_SECOND_APP_SECRET }}
      - name: Show the summary
        if: always() && hashFiles('conformance-report/summary.md') != ''
        run: cat conformance-report/summary.md >> "$GITHUB_STEP_SUMMARY"
      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: conformance-report
          path: conformance-report
          if-no-files-found: ignore
`;
}
