const PLAIN_ABSOLUTE = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/[\w\-./~%?&=;,+@!*()]*$/;
const PLAIN_PATH = /^\/(?!\/)[\w\-./~%?&=;,+@!*()]*$/;
/** Longer addresses are data, not links. */
const MAX_ADDRESS = 8192;

/** Resolves addresses of a page against its base; only http and https come out. */
export interface AddressResolver {
  readonly base: string;
  /** The absolute address, or null for `javascript:`, `data:`, `mailto:`, a bare fragment and what is no address. */
  resolve(href: string): string | null;
}

/** A resolver for a page at `url` whose base element says `baseHref`. */
export function addressResolver(url: string, baseHref: string | null): AddressResolver {
  const page = URL.canParse(url) ? new URL(url) : null;
  const base = baseHref !== null && URL.canParse(baseHref.trim(), page?.href) ? new URL(baseHref.trim(), page?.href) : page;
  const origin = base !== null && (base.protocol === 'http:' || base.protocol === 'https:') ? base.origin : null;
  return {
    base: base?.href ?? url,
    resolve(href) {
      const trimmed = href.trim();
      if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > MAX_ADDRESS) return null;
      if (!trimmed.includes('/.')) {
        if (PLAIN_ABSOLUTE.test(trimmed)) return trimmed;
        if (origin !== null && PLAIN_PATH.test(trimmed)) return origin + trimmed;
      }
      const resolved = URL.parse(trimmed, base?.href);
      return resolved !== null && (resolved.protocol === 'http:' || resolved.protocol === 'https:') ? resolved.href : null;
    },
  };
}
