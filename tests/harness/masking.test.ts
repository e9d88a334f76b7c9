import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { Masker, SensitiveScope } from '../../harness/masking.js';

const ACCOUNT = '138000000001';
const NAME = 'Juan Dela Cruz';

function masker(): Masker {
  return new Masker({ requests: ['bank_account_no', 'name', 'cvv', 'number'], answers: ['session_token', 'cvv'] });
}

/** A masker and a scope after a request with these members was sent. */
function afterSending(sent: object): { masker: Masker; scope: SensitiveScope; answer: (text: string) => string } {
  const own = masker();
  const scope = new SensitiveScope();
  own.request(JSON.stringify(sent), scope);
  return { masker: own, scope, answer: (text) => own.answer(text, scope) };
}

const unicode = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

describe('requests', () => {
  const mask = (text: string): string => masker().request(text, new SensitiveScope());

  test.each([
    ['a long value keeps its end', `{"bank_account_no":"${ACCOUNT}"}`, '{"bank_account_no":"****01"}'],
    ['a short value keeps nothing', '{"name":"Jo"}', '{"name":"****"}'],
    ['a number', `{"bank_account_no": ${ACCOUNT} }`, '{"bank_account_no": "****01" }'],
    ['an exponent', '{"bank_account_no":1.38e11}', '{"bank_account_no":"****"}'],
    ['white space', `{ "name"\n:\t"${NAME}" , "a":1 }`, '{ "name"\n:\t"****uz" , "a":1 }'],
    ['escapes in the value', '{"name":"a\\"b\\\\c\\nd\\u00e9efgh"}', '{"name":"****gh"}'],
    ['an end that needs escaping', '{"name":"Juan Dela C\\"\\\\"}', '{"name":"******"}'],
    ['half a surrogate pair at the end', '{"name":"Juan Dela 😀"}', '{"name":"******"}'],
    ['an escaped name', `{"bank\\u005faccount_no":"${ACCOUNT}"}`, '{"bank\\u005faccount_no":"****01"}'],
    ['a name in other letters', `{"bankAccountNo":"${ACCOUNT}"}`, '{"bankAccountNo":"****01"}'],
    ['an array', `{"name":["${NAME}","Jo",7,true,null,""]}`, '{"name":["****uz","****","****",true,null,""]}'],
    ['an object', `{"name":{"first":"${NAME}"},"b":"c"}`, '{"name":{"first":"****uz"},"b":"c"}'],
    ['deeper down', `{"a":[{"b":{"name":"${NAME}"}}]}`, '{"a":[{"b":{"name":"****uz"}}]}'],
    ['twice', '{"name":"first one","name":"second one"}', '{"name":"****ne","name":"****ne"}'],
    ['JSON in a string', `{"x":"{\\"name\\":\\"${NAME}\\"}"}`, '{"x":"{\\"name\\":\\"****uz\\"}"}'],
    ['an unfinished string', `{"name":"${NAME}`, '{"name":"****uz'],
    ['single quotes', `{'name':'${NAME}'}`, `{'name':"****uz"}`],
    ['names without quotes', `{name:"${NAME}"}`, '{name:"****uz"}'],
    ['a form', `a=1&bank_account_no=${ACCOUNT}&b=2`, 'a=1&bank_account_no="****01"&b=2'],
    [
      'the same value elsewhere',
      `{"note":"to ${ACCOUNT}","bank_account_no":"${ACCOUNT}"}`,
      '{"note":"to ****01","bank_account_no":"****01"}',
    ],
  ])('%s', (_what, text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  test.each([
    ['other members', '{ "amount":"100.00",  "bank_name" : "BDO", "rename":"x", "n":1e2, "é":"\\u00e9" }'],
    ['empty, null and truth', '{"name":"","number":null,"cvv":true}'],
    ['a value that is called like a member', '{"a":"name","b":["name","bank_account_no"]}'],
    ['own members of the language', '{"__proto__":{"constructor":1},"toString":"x"}'],
    ['no JSON at all', 'not JSON at all, "really'],
    ['nothing', ''],
    ['control characters', '{"a":"\u0000\u0001"}\r\n'],
  ])('%s stay byte for byte', (_what, text) => {
    expect(mask(text)).toBe(text);
  });

  test('patterns of String.replace in a value mean nothing', () => {
    for (const pattern of ['$&', '$`', "$'", '$$', '$1', '$<a>']) {
      const value = `Juan Dela ${pattern}`;
      const { answer } = afterSending({ name: value });
      expect(answer(JSON.stringify({ msg: `got ${value}!` }))).toMatch(/^\{"msg":"got \*{4}[*1a]{2}!"\}$/);
      expect(masker().request(JSON.stringify({ name: value }), new SensitiveScope())).not.toContain('Juan');
    }
  });
});

describe('answers', () => {
  const { answer, scope } = afterSending({ bank_account_no: ACCOUNT, name: NAME });

  test.each([
    ['as it was sent', ACCOUNT],
    ['in a sentence', `account ${ACCOUNT} is closed`],
    ['within other text', `x${ACCOUNT}y`],
    ['with a JSON escape', `13800\\u0030000001`],
    ['escaped throughout', unicode(ACCOUNT)],
    ['escaped in capitals', unicode(NAME).toUpperCase().replaceAll('\\U', '\\u')],
    ['in JSON in a string', `{\\"no\\":\\"${ACCOUNT}\\"}`],
    ['escaped in JSON in a string', `{\\"no\\":\\"${unicode(ACCOUNT).replaceAll('\\', '\\\\')}\\"}`],
    ['percent-encoded', encodeURIComponent(NAME)],
    ['form-encoded', NAME.replaceAll(' ', '+')],
    ['as HTML entities', Array.from(NAME, (unit) => `&#${unit.charCodeAt(0)};`).join('')],
    ['in capitals', NAME.toUpperCase()],
  ])('a clear value %s', (_what, written) => {
    const text = `{"code":0,"data":{"a":["${written}"]},"msg":"ok"}`;
    const stored = answer(text);
    expect(stored).not.toContain(written);
    expect(stored).toMatch(/^\{"code":0,"data":\{"a":\[".*[*]{4}.*"\]\},"msg":"ok"\}$/);
    expect(() => JSON.parse(stored)).not.toThrow();
    const clear = JSON.stringify(JSON.parse(stored)).toLowerCase();
    expect(clear).not.toContain(ACCOUNT);
    expect(clear).not.toContain(NAME.toLowerCase());
    expect(scope.clearMembersIn(text)).toHaveLength(1);
  });

  test('a number stays JSON', () => {
    expect(answer(`{"no":${ACCOUNT},"code":0}`)).toBe('{"no":"****01","code":0}');
    expect(answer(`[-${ACCOUNT}.5, 1]`)).toBe('["****01", 1]');
  });

  test('text that is no JSON', () => {
    expect(answer(`<p title="a'b">${NAME}: ${ACCOUNT}</p>`)).toBe(`<p title="a'b">****uz: ****01</p>`);
  });

  test('what the platform masked itself is kept', () => {
    const text = '{"bank_account_no":"1380****0001","bank_account_name":"J****Z"}';
    expect(answer(text)).toBe(text);
    expect(scope.clearMembersIn(text)).toEqual([]);
  });

  test('an escaped astral name', () => {
    const name = 'Zoë 😀 Amélie 𠮷田';
    const own = afterSending({ name });
    const text = `{"a":"${unicode(name)}","b":${JSON.stringify(name)}}`;
    expect(own.answer(text)).toBe('{"a":"******","b":"******"}');
    expect(own.scope.clearMembersIn(text)).toEqual(['name']);
  });

  test('a name with quotes, slashes and back-slashes', () => {
    const name = `O"Brien\\ / O'Neil`;
    const own = afterSending({ name });
    for (const literal of [JSON.stringify(name), JSON.stringify(name).replaceAll('/', '\\/')]) {
      expect(own.answer(`{"a":${literal}}`)).toBe('{"a":"****il"}');
    }
  });

  test('short values are masked as whole strings and as words of a sentence, never in names or numbers', () => {
    const own = afterSending({ name: 'Juan', bank_account_no: '12345678', number: '4111' });
    expect(own.answer('{"Juan":"Juan","x":"Juanita","n":12345678,"m":"12345678"}')).toBe(
      '{"Juan":"****","x":"Juanita","n":12345678,"m":"****"}',
    );
    expect(own.answer('{"x":"J\\u0075an"}')).toBe('{"x":"****"}');
    expect(own.answer('{"msg":"Juan (12345678) is unknown, not Juanita"}')).toBe(
      '{"msg":"**** (****) is unknown, not Juanita"}',
    );
    expect(own.answer('{"amount":"4111","number":"4111"}')).toBe('{"amount":"4111","number":"****"}');
    expect(own.scope.clearMembersIn('{"m":"12345678"}')).toEqual([]);
  });

  test('a sentence that holds a short and a long value loses both', () => {
    const own = afterSending({ name: 'Juan', bank_account_no: ACCOUNT });
    expect(own.answer(`{"msg":"Juan has ${ACCOUNT}"}`)).toBe('{"msg":"**** has ****01"}');
  });

  test('members that are always masked, and their value wherever else it stands', () => {
    const own = masker();
    const scoped = new SensitiveScope();
    const text = '{"data":{"session\\u005ftoken":"tok_0123456789","cvv":123,"url":"https://x/?t=tok_0123456789"}}';
    expect(own.answer(text, scoped)).not.toContain('tok_');
    expect(own.answer(text, scoped)).toContain('"cvv":"****"');
    expect(own.answer('{"cvv":null,"session_token":""}', scoped)).toBe('{"cvv":null,"session_token":""}');
  });

  test('values of another exercise are masked too, but are no fact of this one', () => {
    const own = afterSending({ name: NAME });
    const other = new SensitiveScope();
    const text = `{"list":[{"name":"${NAME}"}]}`;
    expect(own.masker.answer(text, other)).toBe('{"list":[{"name":"****uz"}]}');
    expect(other.clearMembersIn(text)).toEqual([]);
  });
});

describe('secrets', () => {
  const secret = 'lesspay-"test"/secret';
  const own = masker();
  own.addSecret(secret);
  const scope = new SensitiveScope();

  test.each([
    ['plain', `key=${secret}`],
    ['in JSON', JSON.stringify({ a: secret })],
    ['escaped in JSON', `{"a":"${unicode(secret)}"}`],
    ['percent-encoded', `/x?y=${encodeURIComponent(secret)}`],
    ['as HTML', secret.replaceAll('"', '&quot;')],
  ])('%s', (_what, text) => {
    for (const stored of [own.answer(text, scope), own.request(text, scope), own.text(text, scope)]) {
      expect(stored).toContain('[secret]');
      expect(stored).not.toContain('lesspay-');
    }
    expect(own.holdsSecret(text)).toBe(true);
  });

  test('a short secret is masked, but proves nothing', () => {
    const short = masker();
    short.addSecret('code');
    short.addSecret('');
    expect(short.text('a code b', scope)).toBe('a [secret] b');
    expect(short.text('decode codes, "code"!', scope)).toBe('decode codes, "[secret]"!');
    expect(short.holdsSecret('a code b')).toBe(false);
    const eight = masker();
    eight.addSecret('demo1234');
    expect(eight.holdsSecret('x demo1234')).toBe(true);
  });

  test('the text without it has none', () => {
    expect(own.holdsSecret('lesspay-test')).toBe(false);
  });
});

describe('hostile text is masked in time', () => {
  const million = 1024 * 1024;
  const long = afterSending({ bank_account_no: ACCOUNT, name: 'aaaaaaaaa', number: '4111' });
  long.masker.addSecret('a-secret-of-an-application');

  test.each([
    ['back-slashes', '\\'.repeat(million)],
    ['back-slashes behind a sensitive name', `{"name":"${'\\'.repeat(million)}`],
    ['quotes', '"'.repeat(million)],
    ['escaped quotes', '\\"'.repeat(million / 2)],
    ['sensitive names without an end', '"name":"\\'.repeat(million / 9)],
    ['sensitive names with white space', `"name"${' '.repeat(1000)}`.repeat(1000)],
    ['white space', ' '.repeat(million)],
    ['open brackets', '['.repeat(million)],
    ['open objects', '{"a":'.repeat(million / 5)],
    ['overlapping hits', 'a'.repeat(million)],
    ['hit by hit', `${'"aaaaaaaaa",'.repeat(million / 12)}`],
    ['secret members', `{"cvv":"123456789"}`.repeat(million / 19)],
    ['percent signs', '%'.repeat(million)],
    ['percent escapes', '%25'.repeat(million / 3)],
    ['ampersands', '&'.repeat(million)],
    ['unicode escapes', '\\u005c'.repeat(million / 6)],
    ['digits', `[${ACCOUNT.repeat(million / 12)}]`],
    ['words', '4111 '.repeat(million / 5)],
    ['capitals that change their length', 'İ'.repeat(million / 2)],
  ])('%s', (_what, text) => {
    const start = performance.now();
    long.masker.request(text, new SensitiveScope());
    long.answer(text);
    long.scope.clearMembersIn(text);
    // Linear work takes a fraction of this on a slow machine; quadratic work on a million characters takes minutes.
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('a body of a megabyte is masked at its end', () => {
    const text = `{"pad":"${'x'.repeat(million)}","msg":"${ACCOUNT}"}`;
    expect(long.answer(text)).toBe(text.replace(ACCOUNT, '****01'));
  });
});

describe('a body that is broken on purpose', () => {
  // A single-quoted wallet: the apostrophe in the name ends the value early, and what follows looks like values.
  const broken = `{"e_wallet":"{'name':'Li'l Shop','mch_order_id':'D1','number':'09171234567'}"}`;

  test('does not make the names of members look like clear values', () => {
    const own = masker();
    const scope = new SensitiveScope();
    const stored = own.request(broken, scope);
    expect(stored).not.toContain('09171234567');
    const answer = '{"details":[{"mch_order_id":"D1","payout_order_detail_id":"POD1"}]}';
    expect(own.answer(answer, scope)).toBe(answer);
    expect(scope.clearMembersIn(answer)).toEqual([]);
  });
});

describe('a number among many digits', () => {
  const { answer, scope } = afterSending({ bank_account_no: '517269550' });

  test('is no clear account number where it is a part of a time or an id', () => {
    const text = '{"time":1795172695502,"pay_order_id":"PO1795172695502044586"}';
    expect(answer(text)).toBe(text);
    expect(scope.clearMembersIn(text)).toEqual([]);
  });

  test('is one where it stands for itself', () => {
    expect(answer('{"msg":"account PH517269550 is closed"}')).toBe('{"msg":"account PH****50 is closed"}');
    expect(scope.clearMembersIn('no. 517269550.')).toEqual(['bank_account_no']);
  });
});
