// A real, certified OpenID provider on a free port of this machine, for the sign-in tests. It knows everybody: what is typed as
// login is the mail address, verified unless "unverified:" stands before it. PUT /bend with one word makes the next id_token
// (or userinfo) wrong in that one way, signed with the provider's own key: what a broken or hostile provider would send.
// It ends with whoever started it: when its standard input closes.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose';

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const stranger = await generateKeyPair('RS256');
const kid = 'the-only-key';
const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };

const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const ours = /^http:\/\/127\.0\.0\.1:\d+\/log-ind(\/organisation\/nord\/svar)?$/;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'initiatives',
    client_secret: 'a secret with: odd & characters, as some providers make them',
    redirect_uris: ['http://127.0.0.1/log-ind/organisation/nord/svar'],
    post_logout_redirect_uris: ['http://127.0.0.1/log-ind'],
  }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  jwks: { keys: [jwk] },
  cookies: { keys: ['only for tests'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id.replace('unverified:', ''), email_verified: !id.startsWith('unverified:') }),
  }),
});
// The tests' service listens on a port that is not known when this starts.
provider.Client.prototype.redirectUriAllowed = (address) => ours.test(address);
provider.Client.prototype.postLogoutRedirectUriAllowed = (address) => ours.test(address);

const sign = (claims, key = privateKey) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key);
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ways = {
  nonce: (token) => sign({ ...decodeJwt(token), nonce: 'of another attempt' }),
  'no-nonce': (token) => sign({ ...decodeJwt(token), nonce: undefined }),
  audience: (token) => sign({ ...decodeJwt(token), aud: 'another service' }),
  party: (token) => sign({ ...decodeJwt(token), aud: ['initiatives', 'another service'], azp: 'another service' }),
  issuer: (token) => sign({ ...decodeJwt(token), iss: 'http://127.0.0.1:1' }),
  expired: (token) => sign({ ...decodeJwt(token), exp: Math.floor(Date.now() / 1000) - 600 }),
  'foreign-key': (token) => sign(decodeJwt(token), stranger.privateKey),
  tampered: (token) => token.split('.').with(1, base64url({ ...decodeJwt(token), sub: 'somebody else' })).join('.'),
  unsigned: (token) => `${base64url({ alg: 'none' })}.${token.split('.')[1]}.`,
  'mail-in-token': (token) => sign({ ...decodeJwt(token), email: decodeJwt(token).sub, email_verified: true }),
};

let bend = null;
provider.use(async (ctx, next) => {
  await next();
  if (ctx.oidc?.route === 'token' && ways[bend] && ctx.body.id_token) ctx.body.id_token = await ways[bend](ctx.body.id_token);
  if (ctx.oidc?.route === 'userinfo' && bend === 'other-subject') ctx.body = { ...ctx.body, sub: 'somebody else' };
  if (ctx.oidc?.route === 'token' && bend === 'broken') ctx.status = 500;
});

const answer = provider.callback();
server.on('request', async (request, response) => {
  if (request.method !== 'PUT' || request.url !== '/bend') return answer(request, response);
  bend = '';
  for await (const part of request) bend += part;
  response.writeHead(204).end();
});
process.stdin.resume().on('end', () => process.exit());
console.log(issuer);
