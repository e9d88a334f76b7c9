import { describe, expect, test } from 'vitest';
import { renderHar } from '../../reports/har.js';
import { renderJunit } from '../../reports/junit.js';
import { renderSarif } from '../../reports/sarif.js';
import { harProblems, junitProblems, partForAnt, sarifProblems } from './public-schemas.js';
import { cleanResult, fullResult, hostileResult } from './sample-result.js';

describe.each([
  ['clean', cleanResult()],
  ['full', fullResult()],
  ['hostile', hostileResult()],
])('the %s result follows the public schema of', (_name, result) => {
  test('SARIF 2.1.0', () => {
    expect(sarifProblems(renderSarif(result))).toEqual([]);
  });

  test('HAR 1.2', () => {
    expect(harProblems(renderHar(result))).toEqual([]);
  });

  test("Jenkins' JUnit", async () => {
    expect(await junitProblems(renderJunit(result), 'jenkins-junit')).toEqual([]);
  });

  test("Ant's JUnit, as far as that has a form for it", async () => {
    expect(await junitProblems(partForAnt(renderJunit(result)), 'JUnit')).toEqual([]);
  });
});

describe('the public schemas refuse', () => {
  test('a SARIF result without a message', () => {
    const log = JSON.parse(renderSarif(fullResult()));
    delete log.runs[0].results[0].message;
    expect(sarifProblems(JSON.stringify(log))).toEqual([
      expect.stringContaining("must have required property 'message'"),
    ]);
  });

  test('a HAR entry without a time', () => {
    const { log } = JSON.parse(renderHar(fullResult()));
    delete log.entries[0].time;
    expect(harProblems(JSON.stringify({ log }))).toEqual([
      expect.stringContaining("must have required property 'time'"),
    ]);
  });

  test('a JUnit test without a name', async () => {
    const xml = renderJunit(cleanResult()).replace(/(<testcase [^>]*) name="[^"]*"/, '$1');
    expect(await junitProblems(xml, 'jenkins-junit')).toEqual([expect.stringContaining("'name' is required")]);
    expect(await junitProblems(partForAnt(xml), 'JUnit')).toEqual([expect.stringContaining("'name' is required")]);
  });
});
