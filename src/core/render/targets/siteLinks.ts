/** The address as it is followed from outside the site: `/2020/01/04/day-1080/` gets the site's in front, where that is known. */
export function absoluteAddress(address: string, siteUrl: string | undefined): string {
  if (address.startsWith('//')) return `https:${address}`;
  if (siteUrl === undefined || !address.startsWith('/') || hostOf(siteUrl) === undefined) return address;
  return siteUrl.replace(/\/$/, '') + address;
}

/** Whether the address leads away from the site. */
export function isExternal(address: string, siteUrl: string | undefined): boolean {
  const host = hostOf(absoluteAddress(address, siteUrl));
  return host !== undefined && (siteUrl === undefined || host !== hostOf(siteUrl));
}

/** Where pictures come from. */
export interface PictureOptions {
  readonly siteUrl?: string;
  /** Something better than the address of a picture, such as a `data:` address that needs no site. */
  readonly picture?: (address: string) => string | undefined;
}

/** Where a picture can be had from outside the site; undefined where that is not known. */
export function pictureAddress(address: string, { siteUrl, picture }: PictureOptions): string | undefined {
  const absolute = absoluteAddress(address, siteUrl);
  return picture?.(address) ?? (/^(?:https?:|data:image\/)/i.test(absolute) ? absolute : undefined);
}

/** Without `www.`, which a site may be called with or without. */
function hostOf(address: string): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase();
}
