/** Makes URLs of the site absolute, such as `/2020/01/04/day-1080/`. Without the URL of the site, they stay as they are. */
export function absoluteUrl(url: string, siteUrl: string | undefined): string {
  if (url.startsWith('//')) return `https:${url}`;
  if (siteUrl === undefined || !url.startsWith('/') || hostWithoutWww(siteUrl) === undefined) return url;
  return siteUrl.replace(/\/$/, '') + url;
}

/** Whether the URL leads away from the site. */
export function isExternal(url: string, siteUrl: string | undefined): boolean {
  const host = hostWithoutWww(absoluteUrl(url, siteUrl));
  return host !== undefined && (siteUrl === undefined || host !== hostWithoutWww(siteUrl));
}

export interface ImageOptions {
  readonly siteUrl?: string;
  /** Returns a replacement for the URL of an image, such as a `data:` URL that works without the site. */
  readonly resolveImage?: (url: string) => string | undefined;
}

/** The URL of an image that works outside the site; undefined if there is none. */
export function imageUrl(url: string, { siteUrl, resolveImage }: ImageOptions): string | undefined {
  const absolute = absoluteUrl(url, siteUrl);
  return resolveImage?.(url) ?? (/^(?:https?:|data:image\/)/i.test(absolute) ? absolute : undefined);
}

/** Most sites answer with and without `www.`. */
function hostWithoutWww(url: string): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase();
}
