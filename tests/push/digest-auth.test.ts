import { expect, test } from 'vitest';
import { answerDigest } from '../../pipeline/host/digest-auth.ts';

const user = { user: 'Mufasa', secret: 'Circle of Life' };
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const challenge = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;

// The examples of https://www.rfc-editor.org/rfc/rfc7616#section-3.9.1
test.each([
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
])('%s', (algorithm, response) => {
  const answer = answerDigest(challenge(algorithm), 'GET', '/dir/index.html', user, cnonce);
  expect(answer).toContain(`response="${response}"`);
  expect(answer).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"');
  expect(answer).toContain('qop=auth, nc=00000001');
  expect(answer).not.toContain(user.secret);
});

test('a challenge that is none, or of an algorithm that is not known, is not answered', () => {
  expect(answerDigest('Basic realm="x"', 'GET', '/', user)).toBeUndefined();
  expect(answerDigest('Digest realm="x"', 'GET', '/', user)).toBeUndefined();
  expect(answerDigest(challenge('SHA-512-256'), 'GET', '/', user)).toBeUndefined();
});
