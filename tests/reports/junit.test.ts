import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { renderJunit } from '../../reports/junit.js';
import { cleanResult, fullResult, hostileResult, smallResult } from './sample-result.js';

interface Mark {
  '@message': string;
  '#': string;
}

interface TestCase {
  '@classname': string;
  '@name': string;
  failure?: Mark[];
  error?: Mark[];
  skipped?: { '#': string }[];
  'system-out'?: { '#': string }[];
}

interface Counts {
  '@name': string;
  '@tests': string;
  '@failures': string;
  '@errors': string;
}

interface Suite extends Counts {
  '@skipped': string;
  properties: { property: { '@name': string; '@value': string }[] }[];
  testcase: TestCase[];
}

interface Root extends Counts {
  testsuite: Suite[];
}

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

/** An element as an object: `@name` for its attributes, a list for each kind of child, `#` for its text. */
function objectOf(element: DomNode): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) object[`@${name}`] = value;
  const children = [...element.childNodes];
  for (const child of children.filter(({ nodeType }) => nodeType === 1)) {
    const siblings = object[child.nodeName];
    object[child.nodeName] = [...(Array.isArray(siblings) ? siblings : []), objectOf(child)];
  }
  object['#'] = children
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('');
  return object;
}

function parse(xml: string): Root {
  return objectOf(create(xml).root().node as unknown as DomNode) as unknown as Root;
}

function caseOf(xml: string, id: string): TestCase {
  const found = parse(xml)
    .testsuite.flatMap(({ testcase }) => testcase)
    .find((test) => test['@name'].startsWith(`${id} `));
  if (found === undefined) throw new Error(`no test ${id}`);
  return found;
}

function countsOf(tests: readonly TestCase[]): Omit<Counts, '@name'> {
  const count = (key: 'failure' | 'error') => String(tests.filter((test) => test[key] !== undefined).length);
  return {
    '@tests': String(tests.length),
    '@failures': count('failure'),
    '@errors': count('error'),
  };
}

describe('renderJunit', () => {
  test('the whole of a small result', () => {
    const properties = `<properties>
      <property name="suite" value="lesspay-conformance 0.1.0"/>
      <property name="protocol" value="lesspay"/>
      <property name="role" value="platform"/>
      <property name="target" value="http://127.0.0.1:8080"/>
      <property name="target.fingerprint" value="${'ab'.repeat(32)}"/>
      <property name="seed" value="7"/>
      <property name="runs" value="20"/>
      <property name="conformant" value="false"/>
      <property name="complete" value="true"/>
    </properties>`;
    expect(renderJunit(smallResult())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lesspay-conformance lesspay platform" tests="3" failures="1" errors="0" time="12.300">
  <testsuite id="0" package="lesspay.platform" name="PAYOUT-BATCH" hostname="localhost" tests="2" failures="1" errors="0" skipped="0" time="0" timestamp="2026-01-02T03:04:05">
    ${properties}
    <testcase classname="lesspay.platform.PAYOUT-BATCH" name="PAYOUT-BATCH-010 Statement of PAYOUT-BATCH-010 about \`code\`" time="0">
      <failure message="expected HTTP 200 with code 30002; received HTTP 200 with code 0" type="failure">source: S003 1.3

PAYOUT-BATCH-010-1: a total that is not the sum was accepted (4 of 20 exercises)
altered:  /total_amount: plus 0.01
expected: HTTP 200 with code 30002
received: HTTP 200 with code 0
replay:   lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7
curl:     body='{"n":1.00}'; curl -sS -i "$LESSPAY_BASE_URL/payout" -H "x-auth-appid: $LESSPAY_APP_ID" -H "x-auth-signature: $(printf '%s' "$body" | lesspay-conformance sign --plain)" --data-raw "$body"</failure>
    </testcase>
    <testcase classname="lesspay.platform.PAYOUT-BATCH" name="PAYOUT-BATCH-011 Statement of PAYOUT-BATCH-011 about \`code\`" time="0">
      <system-out>source: S003 1.3

remark: answered 30001 instead of 30002 (3 times)</system-out>
    </testcase>
  </testsuite>
  <testsuite id="1" package="lesspay.platform" name="TRANS" hostname="localhost" tests="1" failures="0" errors="0" skipped="1" time="0" timestamp="2026-01-02T03:04:05">
    ${properties}
    <testcase classname="lesspay.platform.TRANS" name="TRANS-009 Statement of TRANS-009 about \`code\`" time="0">
      <skipped>not tested: Nothing can move an order.</skipped>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test.each([
    ['IDEM-002', 'waived: fixed in the next release (payments team, until 2026-03-01)'],
    ['IDEM-003', 'failed (SHOULD): expected HTTP 200 with code 30002; received HTTP 200 with code 0'],
    ['IDEM-004', 'failed (MAY): It was seen.'],
    ['IDEM-005', 'inconclusive: No answer.'],
    ['TRANS-003', 'not applicable: No cards.'],
    ['TRANS-004', 'not tested: No card.'],
  ])('%s is skipped with the message "%s"', (id, message) => {
    const found = caseOf(renderJunit(fullResult()), id);
    expect(found.skipped?.map((mark) => mark['#'])).toEqual([message]);
    expect(found.failure).toBeUndefined();
  });

  test('a failed SHOULD keeps its details and command in the output', () => {
    expect(caseOf(renderJunit(fullResult()), 'IDEM-003')['system-out']?.[0]?.['#']).toContain(
      'replay:   lesspay-conformance run --only IDEM-003 --seed 7',
    );
  });

  test('an error of the suite is an error, not a failure', () => {
    const found = caseOf(renderJunit(fullResult()), 'TRANS-006');
    expect(found.error?.map((mark) => mark['@message'])).toEqual(['error of the suite itself: TypeError.']);
  });

  test.each([
    ['clean', cleanResult()],
    ['full', fullResult()],
    ['hostile', hostileResult()],
  ])('the counts of the %s result match its tests, and its tests the requirements', (_name, result) => {
    const root = parse(renderJunit(result));
    for (const suite of root.testsuite) {
      expect(suite).toMatchObject(countsOf(suite.testcase));
      expect(suite['@skipped']).toBe(String(suite.testcase.filter(({ skipped }) => skipped !== undefined).length));
    }
    expect(root).toMatchObject(countsOf(root.testsuite.flatMap(({ testcase }) => testcase)));
    const ofRequirements = root.testsuite.filter((suite) => suite['@name'] !== 'run');
    expect(ofRequirements.flatMap(({ testcase }) => testcase)).toHaveLength(result.summary.requirements);
  });

  test('red tests are exactly what fails the run', () => {
    const { '@failures': failures, '@errors': errors } = parse(renderJunit(cleanResult()));
    expect([failures, errors]).toEqual(['0', '0']);
    const broken = renderJunit({
      ...cleanResult(),
      complete: false,
      incompleteReason: 'interrupted',
      errors: [{ where: 'judge', message: 'TypeError' }],
      waivers: [
        {
          requirement: 'TRANS-001',
          reason: 'known',
          owner: 'us',
          expires: '2026-03-01',
          state: 'stale',
          entry: 0,
        },
      ],
    });
    const run = parse(broken).testsuite.find((suite) => suite['@name'] === 'run');
    expect(
      run?.testcase.map((test) => [test['@name'], test.error?.[0]?.['@message'] ?? test.failure?.[0]?.['@message']]),
    ).toEqual([
      ['no error of the suite itself: judge', 'TypeError'],
      ['the run is complete', 'incomplete: interrupted'],
      ['the waiver of TRANS-001 is in order', 'stale: known (us, until 2026-03-01)'],
    ]);
  });

  test('hostile text stays text, cut and visible', () => {
    const xml = renderJunit(hostileResult());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\uffff]/);
    expect(xml).not.toContain('<script');
    expect(xml.length).toBeLessThan(1_500_000);
    const { failure } = caseOf(xml, 'FAIL-001');
    expect(failure?.[0]?.['#']).toContain('nul \\u0000 escape \\u001b[31m');
    expect(failure?.[0]?.['#']).toContain(']]><failure/>');
    // A reference that XML does not define would make the document unreadable. (Looked at as it is written: the library's
    // own reader resolves `&amp;#0;` twice.)
    expect(xml).toContain('&amp;nbsp; &amp;#0; &amp;#x0; &amp;lt;b&amp;gt; &amp;amp; &amp;unknown; &amp; ampersands');
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
    expect(failure?.[0]?.['#']).toContain('replay:   lesspay-conformance run --only FAIL-001 --seed 7');
  });
});
