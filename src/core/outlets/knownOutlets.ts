import { nearestHost } from './nearestHost.ts';

/** Outlets that are known without an archive. Most are taken from seven years of citations. */
export interface KnownOutlets {
  /** Names by host, for hosts cited fifty times or more where 99% of the citations agree on the name. */
  readonly certain: Readonly<Record<string, string>>;
  /** Names by host, for hosts where most citations agree on the name. */
  readonly usual: Readonly<Record<string, string>>;
  /** Further accepted names by host: other spellings, former names, and parts of the same organization. */
  readonly alternatives: Readonly<Record<string, readonly string[]>>;
  /** Hosts where anyone can publish, subdomains included. A citation of them may have any name. */
  readonly sharedHosts: ReadonlySet<string>;
  /** The names of services at such hosts. */
  readonly services: readonly (readonly [name: string, host: string])[];
}

/** The name of the outlet at a host; undefined for an unknown host. */
export function knownName(host: string, { certain, usual }: KnownOutlets): string | undefined {
  return ownValue(certain, host) ?? ownValue(usual, host);
}

/** Whether anyone can publish at a host or a domain above it. */
export function isSharedHost(host: string, { sharedHosts }: KnownOutlets): boolean {
  return nearestHost(host, (domain) => sharedHosts.has(domain) || undefined) ?? false;
}

/** A value of a record by host. Never an inherited one: a host may be called `constructor`. */
export function ownValue<T>(record: Readonly<Record<string, T>>, host: string): T | undefined {
  return Object.hasOwn(record, host) ? record[host] : undefined;
}

const certain: Readonly<Record<string, string>> = {
  'abcnews.go.com': 'ABC News',
  'apnews.com': 'Associated Press',
  'axios.com': 'Axios',
  'bbc.com': 'BBC',
  'bloomberg.com': 'Bloomberg',
  'businessinsider.com': 'Business Insider',
  'buzzfeednews.com': 'BuzzFeed News',
  'cbsnews.com': 'CBS News',
  'cnbc.com': 'CNBC',
  'cnn.com': 'CNN',
  'coronavirus.jhu.edu': 'Johns Hopkins University',
  'economist.com': 'The Economist',
  'edition.cnn.com': 'CNN',
  'foxnews.com': 'Fox News',
  'huffingtonpost.com': 'HuffPost',
  'huffpost.com': 'HuffPost',
  'money.cnn.com': 'CNN',
  'motherjones.com': 'Mother Jones',
  'natesilver.net': 'Nate Silver',
  'nbcnews.com': 'NBC News',
  'news.gallup.com': 'Gallup',
  'npr.org': 'NPR',
  'nytimes.com': 'New York Times',
  'politico.com': 'Politico',
  'politico.eu': 'Politico',
  'poll.qu.edu': 'Quinnipiac',
  'propublica.org': 'ProPublica',
  'reuters.com': 'Reuters',
  'rollingstone.com': 'Rolling Stone',
  'talkingpointsmemo.com': 'Talking Points Memo',
  'theatlantic.com': 'The Atlantic',
  'thedailybeast.com': 'Daily Beast',
  'theguardian.com': 'The Guardian',
  'thehill.com': 'The Hill',
  'usatoday.com': 'USA Today',
  'vox.com': 'Vox',
  'washingtonpost.com': 'Washington Post',
  'wsj.com': 'Wall Street Journal',
};

const usual: Readonly<Record<string, string>> = {
  '19thnews.org': 'The 19th',
  '404media.co': '404 Media',
  'abcnews.com': 'ABC News',
  'ajc.com': 'Atlanta Journal-Constitution',
  'al.com': 'AL.com',
  'aljazeera.com': 'Al Jazeera',
  'apnorc.org': 'AP-NORC',
  'arstechnica.com': 'Ars Technica',
  'azcentral.com': 'AZ Central',
  'baltimoresun.com': 'Baltimore Sun',
  'barrons.com': "Barron's",
  'bbc.co.uk': 'BBC',
  'bigstory.ap.org': 'Associated Press',
  'blockclubchicago.org': 'Block Club Chicago',
  'bostonglobe.com': 'Boston Globe',
  'buzzfeed.com': 'BuzzFeed News',
  'calmatters.org': 'CalMatters',
  'cbc.ca': 'CBC',
  'chicago.suntimes.com': 'Chicago Sun-Times',
  'chicagotribune.com': 'Chicago Tribune',
  'cjr.org': 'Columbia Journalism Review',
  'commondreams.org': 'Common Dreams',
  'dailycaller.com': 'Daily Caller',
  'deadline.com': 'Deadline',
  'defenseone.com': 'Defense One',
  'democracydocket.com': 'Democracy Docket',
  'desmoinesregister.com': 'Des Moines Register',
  'detroitnews.com': 'Detroit News',
  'eenews.net': 'E&E News',
  'electionbettingodds.com': 'Election Betting Odds',
  'espn.com': 'ESPN',
  'fivethirtyeight.com': 'FiveThirtyEight',
  'forbes.com': 'Forbes',
  'foreignpolicy.com': 'Foreign Policy',
  'fortune.com': 'Fortune',
  'foxbusiness.com': 'Fox Business',
  'freep.com': 'Detroit Free Press',
  'ft.com': 'Financial Times',
  'gallup.com': 'Gallup',
  'gelliottmorris.com': 'Strength in Numbers',
  'gizmodo.com': 'Gizmodo',
  'goodauthority.org': 'Good Authority',
  'hollywoodreporter.com': 'Hollywood Reporter',
  'huffingtonpost.co.uk': 'HuffPost',
  'independent.co.uk': 'The Independent',
  'inquirer.com': 'Philadelphia Inquirer',
  'iop.harvard.edu': 'Harvard Youth Poll',
  'ipsos.com': 'Ipsos',
  'jsonline.com': 'Milwaukee Journal Sentinel',
  'kansascity.com': 'Kansas City Star',
  'latimes.com': 'Los Angeles Times',
  'lawandcrime.com': 'Law and Crime',
  'lawfareblog.com': 'Lawfare',
  'maristpoll.marist.edu': 'Marist',
  'marketwatch.com': 'MarketWatch',
  'mcclatchydc.com': 'McClatchy DC',
  'mediaite.com': 'Mediaite',
  'mediamatters.org': 'Media Matters',
  'mercurynews.com': 'The Mercury News',
  'miamiherald.com': 'Miami Herald',
  'militarytimes.com': 'Military Times',
  'monmouth.edu': 'Monmouth University',
  'morningconsult.com': 'Morning Consult',
  'ms.now': 'MS Now',
  'msnbc.com': 'MSNBC',
  'nationalreview.com': 'National Review',
  'nbcchicago.com': 'NBC Chicago',
  'newrepublic.com': 'New Republic',
  'news.bloomberglaw.com': 'Bloomberg',
  'news.sky.com': 'Sky News',
  'news.vice.com': 'Vice News',
  'newsweek.com': 'Newsweek',
  'newyorker.com': 'New Yorker',
  'nj.com': 'NJ.com',
  'noahpinion.blog': 'Noahpinion',
  'nymag.com': 'New York Magazine',
  'nypost.com': 'New York Post',
  'oregonlive.com': 'The Oregonian',
  'pagesix.com': 'Page Six',
  'pbs.org': 'PBS',
  'people-press.org': 'Pew Research Center',
  'pewresearch.org': 'Pew Research Center',
  'popular.info': 'Popular Information',
  'pressherald.com': 'Press Herald',
  'projects.cnalysis.com': 'CNalysis',
  'projects.fivethirtyeight.com': 'FiveThirtyEight',
  'projects.jhkforecasts.com': 'JHK Forecasts',
  'prri.org': 'Public Religion Research Institute',
  'publicpolicypolling.com': 'Public Policy Polling',
  'punchbowl.news': 'Punchbowl News',
  'qz.com': 'Quartz',
  'realclearpolitics.com': 'RealClearPolitics',
  'realclearpolling.com': 'RealClearPolitics',
  'recode.net': 'Recode',
  'religionnews.com': 'Religion News Service',
  'rollcall.com': 'Roll Call',
  'salon.com': 'Salon',
  'seattletimes.com': 'Seattle Times',
  'semafor.com': 'Semafor',
  'sfchronicle.com': 'San Francisco Chronicle',
  'slate.com': 'Slate',
  'slowboring.com': 'Slow Boring',
  'sltrib.com': 'Salt Lake Tribune',
  'split-ticket.org': 'Split Ticket',
  'startribune.com': 'Star Tribune',
  'statnews.com': 'STAT News',
  'sun-sentinel.com': 'Sun Sentinel',
  'tampabay.com': 'Tampa Bay Times',
  'techcrunch.com': 'TechCrunch',
  'telegraph.co.uk': 'The Telegraph',
  'tennessean.com': 'The Tennessean',
  'texastribune.org': 'Texas Tribune',
  'theathletic.com': 'The Athletic',
  'thebulwark.com': 'Bulwark',
  'thecut.com': 'The Cut',
  'theintercept.com': 'The Intercept',
  'thenation.com': 'The Nation',
  'theverge.com': 'The Verge',
  'theweek.com': 'The Week',
  'thinkprogress.org': 'Think Progress',
  'time.com': 'Time',
  'today.com': 'Today',
  'today.yougov.com': 'YouGov',
  'upi.com': 'United Press International',
  'vanityfair.com': 'Vanity Fair',
  'variety.com': 'Variety',
  'vice.com': 'Vice News',
  'vulture.com': 'Vulture',
  'washingtonexaminer.com': 'Washington Examiner',
  'wired.com': 'Wired',
  'wsbtv.com': 'WSBTV',
};

const alternatives: Readonly<Record<string, readonly string[]>> = {
  'abcnews.com': ['FiveThirtyEight', '538'],
  'abcnews.go.com': ['FiveThirtyEight', '538'],
  'azcentral.com': ['Arizona Republic'],
  'bbc.co.uk': ['BBC News'],
  'bbc.com': ['BBC News'],
  'bloomberg.com': ['Bloomberg Law', 'Businessweek', 'CityLab'],
  'businessinsider.com': ['Insider'],
  'buzzfeed.com': ['BuzzFeed'],
  'buzzfeednews.com': ['BuzzFeed'],
  'cnn.com': ['CNN Business', 'CNN Money'],
  'detroitnews.com': ['The Detroit News'],
  'fivethirtyeight.com': ['538', 'Five Thirty Eight', 'ABC News'],
  'foxnews.com': ['Fox Business'],
  'huffingtonpost.com': ['Huffington Post'],
  'huffpost.com': ['Huffington Post'],
  'lawandcrime.com': ['Law & Crime'],
  'money.cnn.com': ['CNN Money', 'CNNMoney'],
  'monmouth.edu': ['Monmouth', 'Monmouth University Poll', 'Monmouth University Polling Institute'],
  'ms.now': ['MSNBC'],
  'msnbc.com': ['MS Now', 'NBC News'],
  'natesilver.net': ['Silver Bulletin'],
  'nbcnews.com': ['MSNBC', 'Today'],
  'newrepublic.com': ['The New Republic'],
  'news.bloomberglaw.com': ['Bloomberg Law'],
  'news.vice.com': ['Vice', 'VICE', 'VICE News'],
  'newyorker.com': ['The New Yorker'],
  'nymag.com': ['Intelligencer', 'The Cut', 'Vulture', 'New York', 'NYMag', 'Daily Intelligencer'],
  'nytimes.com': ['The Athletic', 'Wirecutter', 'The Upshot'],
  'pbs.org': ['PBS NewsHour', 'PBS News', 'PBS Newshour', 'PBS News Hour', 'Frontline', 'Associated Press'],
  'politico.eu': ['Politico Europe', 'Politico EU'],
  'poll.qu.edu': ['Quinnipiac University'],
  'pressherald.com': ['Portland Press Herald'],
  'projects.fivethirtyeight.com': ['538', 'ABC News'],
  'realclearpolling.com': ['RealClearPolling', 'Real Clear Politics'],
  'statnews.com': ['STAT', 'Stat News'],
  'thebulwark.com': ['The Bulwark'],
  'thecut.com': ['New York Magazine'],
  'thedailybeast.com': ['The Daily Beast'],
  'theguardian.com': ['The Observer', 'Guardian'],
  'today.com': ['NBC News'],
  'vice.com': ['Vice', 'VICE', 'VICE News', 'Motherboard'],
  'vulture.com': ['New York Magazine'],
  'wired.com': ['WIRED'],
};

const sharedHosts = new Set(
  (
    'twitter.com x.com t.co youtube.com youtu.be facebook.com fb.watch instagram.com threads.net ' +
    'threads.com reddit.com tiktok.com bsky.app truthsocial.com linkedin.com medium.com substack.com ' +
    'tumblr.com wordpress.com blogspot.com documentcloud.org scribd.com archive.org archive.is ' +
    'archive.ph archive.today archive.md webcache.googleusercontent.com google.com ' +
    'googleusercontent.com goo.gl bit.ly tinyurl.com ow.ly trib.al nyti.ms wapo.st politi.co reut.rs ' +
    'apne.ws cnn.it cnn.cm nbcnews.to bloom.bg on.wsj.com hill.cm thebea.st yahoo.com msn.com aol.com ' +
    'apple.news flipboard.com memeorandum.com amazonaws.com cloudfront.net dropbox.com github.com ' +
    'wikipedia.org squarespace.com'
  ).split(' '),
);

const services = [
  ['Twitter', 'twitter.com'],
  ['YouTube', 'youtube.com'],
  ['Facebook', 'facebook.com'],
  ['Instagram', 'instagram.com'],
  ['Reddit', 'reddit.com'],
  ['Yahoo News', 'news.yahoo.com'],
  ['Substack', 'substack.com'],
  ['Truth Social', 'truthsocial.com'],
  ['Medium', 'medium.com'],
] as const;

export const KNOWN_OUTLETS: KnownOutlets = { certain, usual, alternatives, sharedHosts, services };
