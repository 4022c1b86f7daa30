/**
 * Outlet names by host, or by host and first folder: `nytimes.com/wirecutter`. Only used for suggestions, never to judge citations. Hosts
 * whose name `nameFromHost` guesses correctly are not listed.
 */
export function moreOutlets(): ReadonlyMap<string, string> {
  cache ??= parseList();
  return cache;
}

let cache: ReadonlyMap<string, string> | undefined;

function parseList(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of LIST.split('\n')) {
    const [name = '', ...hosts] = line.split('|');
    for (const host of hosts) names.set(host, name);
  }
  return names;
}

/** One outlet per line: its name and its hosts. */
const LIST = `270toWin|270towin.com
A.V. Club|avclub.com
ABC 7|abc7ny.com|abc7news.com
AFP|afp.com
American Enterprise Institute|aei.org
American Oversight|americanoversight.org
American Prospect|prospect.org
American University|american.edu
Anchorage Daily News|adn.com
Anti-Defamation League|adl.org
Arizona Capitol Times|azcapitoltimes.com
Arizona Mirror|azmirror.com
Asbury Park Press|app.com
Associated Press|ap.org
Atlanta Journal-Constitution|myajc.com
Atlantic Council|atlanticcouncil.org
Austin American-Statesman|statesman.com
Bipartisan Policy Center|bipartisanpolicy.org
Bloomberg|bloombergquint.com|bloombergview.com|about.bgov.com|news.bgov.com|bloombergtax.com
Bluesky|bsky.app
Bolts|boltsmag.org
Brennan Center for Justice|brennancenter.org
Bureau of Economic Analysis|bea.gov
Bureau of Labor Statistics|bls.gov
Business Insider|insider.com
CBS Boston|boston.cbslocal.com
CBS Chicago|chicago.cbslocal.com
CBS Los Angeles|losangeles.cbslocal.com
CBS Miami|miami.cbslocal.com
CBS New York|newyork.cbslocal.com
CBS Philly|philadelphia.cbslocal.com
CNBC|cnb.cx
CNET|cnet.com
CNN|cnn.it|cnnphilippines.com
CSPAN|c-span.org
CT Mirror|ctmirror.org
Cato Institute|cato.org
Census Bureau|census.gov
Center for American Progress|americanprogress.org
Center for Biological Diversity|biologicaldiversity.org
Center for Public Integrity|publicintegrity.org
Center for Strategic and International Studies|csis.org
Christian Science Monitor|csmonitor.com
Chronicle of Higher Education|chronicle.com
Cincinnati Enquirer|cincinnati.com
Citizens for Responsibility and Ethics in Washington|citizensforethics.org
CityLab|citylab.com
Cleveland.com|cleveland.com
ClickOnDetroit|clickondetroit.com
Climate Home News|climatechangenews.com
Congressional Budget Office|cbo.gov
Consumer Financial Protection Bureau|consumerfinance.gov
Cook Political Report|cookpolitical.com
Council on Foreign Relations|cfr.org
Courier-Journal|courier-journal.com
CourtListener|courtlistener.com
Courthouse News|courthousenews.com
Crain's Chicago Business|chicagobusiness.com
Crain's Detroit Business|crainsdetroit.com
Crain's New York|crainsnewyork.com
CyberScoop|cyberscoop.com
DCist|dcist.com
Daily Mirror|mirror.co.uk
Dallas Morning News|dallasnews.com
Decision Desk HQ|decisiondeskhq.com
Defense Department|defense.gov
Der Spiegel|spiegel.de
Deseret News|deseret.com
Deutsche Welle|dw.com
DocumentCloud|documentcloud.org
Downballot|the-downballot.com
E&E News|subscriber.politicopro.com
Education Department|ed.gov
El Paso Times|elpasotimes.com
El País|elpais.com
Energy Department|energy.gov
Energy Information Administration|eia.gov
Entertainment Weekly|ew.com
Environmental Defense Fund|edf.org
Environmental Protection Agency|epa.gov
Facebook|newsroom.fb.com|about.fb.com
FactCheck.org|factcheck.org
Fast Company|fastcompany.com
Federal Aviation Administration|faa.gov
Federal Bureau of Investigation|fbi.gov
Federal Communications Commission|fcc.gov
Federal Election Commission|fec.gov
Federal News Network|federalnewsnetwork.com
Federal Register|federalregister.gov|govinfo.gov
Federal Reserve|federalreserve.gov
Federal Reserve Bank of St. Louis|stlouisfed.org
Federal Trade Commission|ftc.gov
FiveThirtyEight|53eig.ht
Food and Drug Administration|fda.gov
Foreign Affairs|foreignaffairs.com
Fort Worth Star-Telegram|star-telegram.com
Fox News|fxn.ws
GOP.com|gop.com
Globe and Mail|theglobeandmail.com
Government Executive|govexec.com
HEATED|heated.world
Harper's Magazine|harpers.org
Hartford Courant|courant.com
Harvard CAPS-Harris|harvardharrispoll.com
Health and Human Services|hhs.gov
Heritage Foundation|heritage.org
Homeland Security|dhs.gov
Honolulu Civil Beat|civilbeat.org
Honolulu Star-Advertiser|staradvertiser.com
House Appropriations Committee|appropriations.house.gov|democrats-appropriations.house.gov
House Energy and Commerce Committee|energycommerce.house.gov
House Financial Services Committee|financialservices.house.gov
House Foreign Affairs Committee|foreignaffairs.house.gov
House Homeland Security Committee|homeland.house.gov
House Intelligence Committee|intelligence.house.gov|democrats-intelligence.house.gov
House Judiciary Committee|judiciary.house.gov|democrats-judiciary.house.gov
House Oversight Committee|oversight.house.gov|oversightdemocrats.house.gov|democrats-oversight.house.gov
House Ways and Means Committee|waysandmeans.house.gov
HuffPost|huffingtonpost.com.mx|huffpost.co.uk
Human Rights Campaign|hrc.org
Human Rights Watch|hrw.org
IBD/TIPP|investors.com|tippinsights.com
Indianapolis Star|indystar.com
Inside Higher Ed|insidehighered.com
Institute on Taxation and Economic Policy|itep.org
Interior Department|doi.gov
International Business Times|ibtimes.com|ibtimes.co.uk
International Energy Agency|iea.org
Internet Archive|archive.org
JAMA|jamanetwork.com
Jerusalem Post|jpost.com
Johns Hopkins|jhu.edu
Johns Hopkins University|gisanddata.maps.arcgis.com
Just the News|justthenews.com
Justice Department|justice.gov
KARE 11|kare11.com
KHOU 11|khou.com
KIRO 7|kiro7.com
Kaiser Family Foundation|kff.org
Kaiser Health News|khn.org
Knight First Amendment Institute|knightcolumbia.org
LAist|laist.com|scpr.org
Labor Department|dol.gov
Las Vegas Review-Journal|reviewjournal.com
Las Vegas Sun|lasvegassun.com
Law360|law360.com
Lawfare|lawfaremedia.org
Le Monde|lemonde.fr
Lexington Herald-Leader|kentucky.com
LinkedIn|linkedin.com
Louisiana Illuminator|lailluminator.com
MIT Technology Review|technologyreview.com
MLive|mlive.com
Marquette Law School|marquette.edu
Media Matters|mediamatters.com
Memphis Commercial Appeal|commercialappeal.com
Military.com|military.com
MinnPost|minnpost.com
Minnesota Public Radio|mprnews.org
Mississippi Clarion Ledger|clarionledger.com
Morning Call|mcall.com
Moscow Times|themoscowtimes.com
Motherboard|motherboard.vice.com
MuckRock|muckrock.com
NBC 4 Washington|nbc4i.com
NBC Bay Area|nbcbayarea.com
NBC Los Angeles|nbclosangeles.com
NBC News|media1.s-nbcnews.com
NBC San Diego|nbcsandiego.com
NBC South Florida|nbc6south.com
NOAA|climate.gov
NOTUS|notus.org
NPR|n.pr
NY1|ny1.com
National Archives|archives.gov
National Geographic|nationalgeographic.com
National Hurricane Center|nhc.noaa.gov
National Institutes of Health|nih.gov
National Weather Service|weather.gov
Nevada Current|nevadacurrent.com
New England Journal of Medicine|nejm.org
New Hampshire Public Radio|nhpr.org
New Hampshire Union Leader|unionleader.com
New Orleans Times-Picayune|nola.com
New York Attorney General|ag.ny.gov
New York Daily News|nydailynews.com|nydn.us
New York Times|nyti.ms|nytco.com|nyt.com
NewsNation|newsnationnow.com
Newsday|newsday.com
Newsmax|newsmax.com
Office of Government Ethics|oge.gov
Office of Management and Budget|omb.gov
Office of Special Counsel|osc.gov
Office of the Director of National Intelligence|dni.gov|odni.gov
OpenSecrets|opensecrets.org
Orange County Register|ocregister.com
Oregon Public Broadcasting|opb.org
PC Magazine|pcmag.com
Palm Beach Post|palmbeachpost.com|mypalmbeachpost.com
Penn Capital-Star|penncapital-star.com
PennLive|pennlive.com
Pentagon|war.gov
People for the American Way|pfaw.org
Pew Research Center|pewsocialtrends.org|pewforum.org|pewglobal.org|journalism.org|pewhispanic.org|pewinternet.org|pewresearch.com
Philadelphia Inquirer|philly.com
Pioneer Press|twincities.com
Pittsburgh Post-Gazette|post-gazette.com
PolitiFact|politifact.com
Politico|politi.co|politicopro.com
Portland Press Herald|centralmaine.com
Post and Courier|postandcourier.com
PredictIt|predictit.org
Public Citizen|citizen.org
Race to the White House|racetothewh.com
Radio Free Europe|rferl.org
Raleigh News & Observer|newsobserver.com
Raw Story|rawstory.com
RealClearPolitics|realclearpolicy.com
Reuters|reut.rs|fingfx.thomsonreuters.com|news.trust.org
Richmond Times-Dispatch|richmond.com
SCOTUSblog|scotusblog.com
SF Gate|sfgate.com
Sabato's Crystal Ball|centerforpolitics.org
Sacramento Bee|sacbee.com
San Antonio Current|sacurrent.com
San Antonio Express-News|expressnews.com|mysanantonio.com
San Diego Union-Tribune|sandiegouniontribune.com
San Francisco Standard|sfstandard.com
Sarasota Herald-Tribune|heraldtribune.com
Science|sciencemag.org
Secret Service|secretservice.gov
Senate Armed Services Committee|armed-services.senate.gov
Senate Finance Committee|finance.senate.gov
Senate Foreign Relations Committee|foreign.senate.gov
Senate Homeland Security Committee|hsgac.senate.gov
Senate Intelligence Committee|intelligence.senate.gov
Senate Judiciary Committee|judiciary.senate.gov
Siena College|siena.edu
Sky News|sky.com
Small Business Administration|sba.gov
Social Security Administration|ssa.gov
South China Morning Post|scmp.com|sc.mp
Southern Poverty Law Center|splcenter.org
Spokesman-Review|spokesman.com
Sports Illustrated|si.com
St. Louis Post-Dispatch|stltoday.com
Stars and Stripes|stripes.com
State Department|state.gov
Super Model|thesupermodel.com
Supreme Court|supremecourt.gov
Sydney Morning Herald|smh.com.au
Syracuse.com|syracuse.com
TASS|tass.com|tass.ru
Tallahassee Democrat|tallahassee.com
Task & Purpose|taskandpurpose.com
TechCrunch|tcrn.ch
Teen Vogue|teenvogue.com
The Advocate|advocate.com
The Argument|theargumentmag.com
The Athletic|nytimes.com/athletic
The Columbus Dispatch|dispatch.com
The Contrarian|contrariannews.org
The Daily Wire|dailywire.com
The Free Press|thefp.com
The Gazette|gazette.com
The Guardian|gu.com|interactive.guim.co.uk
The Hill|hill.cm
The Independent|indy100.com
The Lever|levernews.com
The Oklahoman|oklahoman.com|newsok.com
The Spectator|spectator.co.uk|spectator.org|spectator.us
The Times of Israel|timesofisrael.com
The Virginian-Pilot|pilotonline.com
The War Zone|thedrive.com|twz.com
TheStreet|thestreet.com
Threads|threads.net|threads.com
TikTok|tiktok.com
Time Out|timeout.com
Times of India|timesofindia.indiatimes.com
Toronto Star|thestar.com
Treasury Department|treasury.gov
Twitter|t.co
U.S. Chamber of Commerce|uschamber.com
U.S. Citizenship and Immigration Services|uscis.gov
U.S. Courts|uscourts.gov
U.S. Customs and Border Protection|cbp.gov
U.S. Department of Agriculture|usda.gov
U.S. Department of Commerce|commerce.gov
U.S. Department of Transportation|transportation.gov
U.S. News & World Report|usnews.com
USA Today|usat.ly
USAID|usaid.gov
United Nations|un.org|unfccc.int
University of Michigan|umich.edu
Urban Institute|urban.org
VTDigger|vtdigger.org
Veterans Affairs|va.gov
Voice of America|voanews.com
Vote.org|vote.org
VoteHub|votehub.com
WBNS 10TV|10tv.com
WKRC|local12.com
WSB-TV|wsb-tv.com
WUSA9|wusa9.com
Washington Examiner|washex.am
Washington Free Beacon|freebeacon.com
Washington Post|wapo.st|wapo.com
WebMD|webmd.com
White House|whitehouse.gov|trumpwhitehouse.archives.gov|bidenwhitehouse.archives.gov|obamawhitehouse.archives.gov
WikiLeaks|wikileaks.org
Wikipedia|wikipedia.org
Wilmington News Journal|delawareonline.com
Wirecutter|nytimes.com/wirecutter|thewirecutter.com
Wisconsin Public Radio|wpr.org
World Bank|worldbank.org
World Health Organization|who.int
X|x.com
Xinhua|xinhuanet.com|news.cn
Yahoo News|yahoo.com
Yale|yale.edu
Yale Budget Lab|budgetlab.yale.edu
Yale Climate Connections|yaleclimateconnections.org
Yale Program on Climate Change Communication|climatecommunication.yale.edu
Yonhap|en.yna.co.kr|english.yonhapnews.co.kr
YouGov|yougov.com|d25d2506sfb94s.cloudfront.net|d3nkl3psvxxpe9.cloudfront.net|ygo-assets-websites-editorial-emea.yougov.net
YouTube|youtu.be
amNewYork|amny.com`;
