/** What the Liquid of an entry can name. */
export interface LiquidValues {
  /** The values of `_config.yml`, for `{{ site.title }}`; read only if an entry asks for one. */
  readonly siteValues?: () => Values;
  /** The values of the entry, for `{{ page.title }}`. */
  readonly pageValues?: () => Values;
  /**
   * The address on the site, without `baseurl`, of a file (`/about.md` in `{% link about.md %}`) or a post (`2031-01-30-day-11` in
   * `{% post_url … %}`); undefined if there is none.
   */
  readonly addressOf?: (target: string, kind: 'file' | 'post') => string | undefined;
}

export type Values = Readonly<Record<string, unknown>>;
