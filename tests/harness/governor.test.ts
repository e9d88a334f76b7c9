import { describe, expect, test } from 'vitest';
import { describeLimits, limitsFor, objectionTo, productionWordIn } from '../../harness/governor.js';
import { isLoopback } from '../../harness/loopback.js';

describe('which addresses are this machine', () => {
  test.each([
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://127.9.8.7:1',
    'http://[::1]:3000/api',
    'https://LOCALHOST',
  ])('%s is', (url) => {
    expect(isLoopback(url)).toBe(true);
  });
  test.each([
    'http://0.0.0.0:8080',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://[::ffff:127.0.0.1]',
    'https://sandbox.example.com',
  ])('%s is not', (url) => {
    expect(isLoopback(url)).toBe(false);
  });
});

describe('which hosts look like production', () => {
  test.each([
    ['prod.example.com', 'prod'],
    ['api-prod.example.com', 'prod'],
    ['api.prod1.example.com', 'prod'],
    ['1prod2.example.com', 'prod'],
    ['pre-prod.example.com', 'prod'],
    ['PRODUCTION.example.com', 'production'],
    ['eu-production-2.example.com', 'production'],
    ['pay.prd.example.com', 'prd'],
    ['prd01.example.com', 'prd'],
    ['live.example.com', 'live'],
    ['api.live-eu.example.com', 'live'],
    ['pay_live.example.com', 'live'],
    ['example.live', 'live'],
  ])('%s: %s', (host, word) => {
    expect(productionWordIn(host)).toBe(word);
  });

  test.each([
    'sandbox.example.com',
    'product.example.com',
    'products-test.example.com',
    'reproduction.example.com',
    'delivery.example.com',
    'olive.example.com',
    'alive-test.example.com',
    'liverpool.example.com',
    'approd.example.com',
    'preprod.example.com',
    '10.1.2.3',
    '[fe80::1]',
  ])('%s does not', (host) => {
    expect(productionWordIn(host)).toBeNull();
  });
});

describe('what may be tested', () => {
  test.each([
    ['this machine, not confirmed', 'http://127.0.0.1:8080', []],
    ['confirmed', 'https://sandbox.example.com/base', ['sandbox.example.com']],
    ['confirmed in capitals', 'https://sandbox.example.com', ['Sandbox.Example.COM']],
    ['confirmed with a final dot', 'https://sandbox.example.com', ['sandbox.example.com.']],
    ['an address with a final dot', 'https://sandbox.example.com.', ['sandbox.example.com']],
    ['an IPv6 address', 'http://[2001:db8::5]:80', ['2001:db8::5']],
    ['one of several', 'https://control.example.com', ['sandbox.example.com', 'control.example.com']],
  ])('%s', (_name, url, confirmed) => {
    expect(objectionTo(url, '--url', confirmed)).toBeNull();
  });

  test.each([
    ['nothing', []],
    ['another host', ['sandbox.example.org']],
    ['the parent domain', ['example.com']],
    ['a wildcard', ['*.example.com']],
    ['host and port', ['sandbox.example.com:443']],
    ['the URL', ['https://sandbox.example.com']],
  ])('not with %s confirmed; the message names the option to add', (_name, confirmed) => {
    const objection = objectionTo('https://sandbox.example.com', 'LESSPAY_BASE_URL', confirmed);
    expect(objection?.code).toBe('HOST_NOT_CONFIRMED');
    expect(objection?.message).toMatch(/^LESSPAY_BASE_URL: sandbox\.example\.com is not this machine/);
    expect(objection?.message).toMatch(/add --confirm-host .*sandbox\.example\.com$/);
  });

  test('never what looks like production, confirmed or not', () => {
    for (const confirmed of [[], ['api.prod.example.com']]) {
      const objection = objectionTo('https://api.prod.example.com', '--url', confirmed);
      expect(objection?.code).toBe('PRODUCTION_HOST');
      expect(objection?.message).toMatch(/the word "prod".*Only a sandbox is to be tested/);
    }
  });
});

describe('what may be created', () => {
  test('everything on this machine', () => {
    const everything = { maxOrders: null, maxAmount: null, payouts: true };
    expect(limitsFor(null, {})).toEqual(everything);
    expect(limitsFor('http://127.0.0.1:8080', {})).toEqual(everything);
    expect(describeLimits(everything)).toBe('payouts allowed, any number of orders, any amount');
  });

  test('little elsewhere', () => {
    const limits = limitsFor('https://sandbox.example.com', {});
    expect(limits).toEqual({ maxOrders: 2000, maxAmount: '10000', payouts: false });
    expect(describeLimits(limits)).toBe(
      'no payouts (--allow-payouts), at most 2000 orders (--max-orders), at most 10000 an order in its own currency (--max-amount)',
    );
  });

  test('what the user says wins', () => {
    const wanted = { maxOrders: 7, maxAmount: '12.50', allowPayouts: true };
    const limits = { maxOrders: 7, maxAmount: '12.50', payouts: true };
    expect(limitsFor('https://sandbox.example.com', wanted)).toEqual(limits);
    expect(limitsFor('http://localhost', wanted)).toEqual(limits);
  });
});
