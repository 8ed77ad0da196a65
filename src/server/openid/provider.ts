import * as openid from 'openid-client';
import type { Config } from '../../model/config.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { createClient } from '../../fetch/client.ts';
import { roleOfClaims } from '../../work/accounts/role-of-claims.ts';
import type { Vouched } from '../../work/accounts/identities.ts';
import { readText } from '../../work/read-text.ts';
import { VERSION } from '../../work/version.ts';
import type { Served } from '../served.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { cookieSeal, type Begun } from './sealed-cookie.ts';

/** The OpenID provider of the settings: code flow with PKCE, state and nonce. */
export interface Provider {
  /** Where the browser goes to log in, and what it brings along when it comes back to `callback`. */
  begin(callback: string, now: number): Promise<{ readonly address: string; readonly sealed: string }>;
  /** `returned`: the whole address at which the browser came back. Throws `login-required` for a login that does not hold, `fetch-failed`. */
  finish(returned: URL, sealed: string, now: number): Promise<Vouched>;
}

export const LOGIN_MS = 10 * 60_000;
/** A provider may change its addresses and keys. */
const KNOWN_MS = 60 * 60_000;

const PROVIDERS = new WeakMap<Served, Provider>();

/** One for each server. Throws `not-found` where the settings name no provider. */
export function providerOf(served: Served): Provider {
  const { issuer } = served.config.oidc;
  if (issuer === '') throw new DualwatchError('not-found', 'no OpenID provider is set; docs/accounts.md says how');
  let provider = PROVIDERS.get(served);
  if (provider === undefined) PROVIDERS.set(served, (provider = openProvider(served.config)));
  return provider;
}

function openProvider({ oidc, fetch }: Config): Provider {
  // Nothing is kept open for a login that comes now and then.
  const client = createClient({ version: VERSION, contact: fetch.contact || undefined, idleMs: 100 });
  const seal = cookieSeal();
  let known: { readonly at: number; readonly found: Promise<openid.Configuration> } | undefined;

  const discovered = async (now: number): Promise<openid.Configuration> => {
    if (known === undefined || now - known.at > KNOWN_MS || now < known.at) known = { at: now, found: discover() };
    try {
      return await known.found;
    } catch (error) {
      known = undefined;
      throw openIdTrouble(error, 'fetch-failed');
    }
  };
  const discover = async (): Promise<openid.Configuration> => {
    if (oidc.clientId === '') throw new DualwatchError('config', 'oidc.issuer is set, and oidc.clientId is not');
    const secret = oidc.secretFile === '' ? '' : (await readText(oidc.secretFile)).trim();
    return openid.discovery(new URL(oidc.issuer), oidc.clientId, {}, secret === '' ? openid.None() : openid.ClientSecretBasic(secret), {
      [openid.customFetch]: guardedFetch(client, oidc.issuer, oidc.allowPrivate === '1'),
      // Only an issuer on this machine may be asked without TLS; the setting refuses others. Deprecated by intent: so that nobody uses it unaware.
      // oxlint-disable-next-line typescript/no-deprecated
      execute: oidc.issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
    });
  };

  return {
    async begin(callback, now) {
      const provider = await discovered(now);
      const login: Begun = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        until: now + LOGIN_MS,
      };
      const { href } = openid.buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: oidc.scope,
        state: login.state,
        nonce: login.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(login.verifier),
        code_challenge_method: 'S256',
      });
      return { address: href, sealed: seal.seal(login) };
    },
    async finish(returned, sealed, now) {
      const login = seal.open(sealed, now);
      if (login === undefined) throw new DualwatchError('login-required', 'this login was begun too long ago, or elsewhere; begin it anew');
      const provider = await discovered(now);
      try {
        const tokens = await openid.authorizationCodeGrant(provider, returned, {
          pkceCodeVerifier: login.verifier,
          expectedState: login.state,
          expectedNonce: login.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new DualwatchError('login-required', 'the OpenID provider sent no ID token');
        // Many a provider tells mail and groups only when asked for them.
        const more =
          provider.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await openid.fetchUserInfo(provider, tokens.access_token, claims.sub);
        return vouchedBy({ ...more, ...claims }, { issuer: claims.iss, subject: claims.sub }, oidc);
      } catch (error) {
        throw openIdTrouble(error);
      }
    },
  };
}

function vouchedBy(claims: Readonly<Record<string, unknown>>, identity: Vouched['identity'], oidc: Config['oidc']): Vouched {
  const { email, email_verified: verified } = claims;
  const values = { admin: listOf(oidc.admins), analyst: listOf(oidc.analysts), viewer: listOf(oidc.viewers) };
  return {
    identity,
    mail: typeof email === 'string' && email !== '' ? email : null,
    mailVerified: typeof verified === 'boolean' ? verified : null,
    role: oidc.roleClaim === '' ? undefined : roleOfClaims(claims, { claim: oidc.roleClaim, values }),
  };
}

function listOf(text: string): readonly string[] {
  return text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

/** What the library throws, in our words. What the provider or the address says is somebody else's text: quoted, short. */
function openIdTrouble(error: unknown, code: 'login-required' | 'fetch-failed' = 'login-required'): DualwatchError {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof DualwatchError) return at;
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
    const said = error.error_description ?? error.error;
    return new DualwatchError(code, `the OpenID provider refused: "${said.slice(0, 200)}"`, { cause: error });
  }
  if (error instanceof openid.ClientError || error instanceof Error)
    return new DualwatchError(code, `the OpenID provider does not answer as it should: ${error.message.slice(0, 200)}`, {
      cause: error,
    });
  return asDualwatchError(error);
}
