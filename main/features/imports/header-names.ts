import { type ImportField, type ImportKind, importFieldsOf } from '../../../shared/model/imports.ts';
import { headerInEnglish } from './header-languages.ts';

/** A field that a header may mean, and how surely: 100 is its plain name. */
interface HeaderMeaning {
  readonly field: ImportField;
  readonly score: number;
}

/** Words that must all be there, in a header folded to lower-case words; the score where they are. */
type Sign = readonly [score: number, ...words: readonly RegExp[]];

const signs: Record<ImportField, readonly Sign[]> = {
  submittedAt: [
    [110, /^completion time$/],
    [
      100,
      /^(time ?stamp|submitted( at| on)?|(submission|submit) (time|date)|date submitted|time submitted|date created|created( at| on)?|entry date|recorded (date|at)|response (date|time)|marca temporal|horodateur|zeitstempel)( (utc|gmt|[ecmp][sd]?t))?$/,
    ],
    [80, /\bsubmi(tted|ssion)\b/, /\b(time|date|when|at|on)\b/],
    [80, /^when (did|have) you (apply|applied|send|sent|submit|submitted)\b/],
    [70, /\b(date|time)\b/, /\b(received|applied|of application|of submission|entered)\b/],
    // What those who sell tickets or take registrations call it.
    [
      70,
      /^(order|registration|registered|purchase|sign ?up|ticket) (date|time|at|on)( time)?$|^(date|time) (ordered|registered|of (registration|order))$/,
    ],
    [40, /^start time$/],
    [35, /^end (date|time)$/],
    [30, /^(date|time|date time)$/],
  ],
  email: [
    [100, /^(e ?mail)( address| adresse)?$|^((direccion de )?correo( electronico)?|adresse e ?mail)$/],
    [80, /\be ?mail\b/],
    [20, /^(user ?name|contact)$/],
  ],
  givenName: [
    [100, /^(first|given|fore|f) ?names?$|^first$|^given$|^name first$|^nombres?$/],
    [85, /\bfirst( name)? (and|or)? ?middle\b/],
    [80, /\b(first|given) name\b/],
  ],
  middleName: [
    [100, /^(name )?middle( names?| initials?)*( or (initials?|names?))?$|^m ?i$|^name middle$|^second first name$/],
    [85, /\bmiddle (name|initial)s?\b/],
  ],
  nameSuffix: [
    [
      110,
      /^(name )?suffix(es)?$|^suffix (of )?(the )?name$|^generation(al)?( suffix)?$|^(suffix )?(jr|sr) .*\b(ii|iii|sr|etc)\b.*$/,
    ],
    [75, /\bsuffix\b/],
  ],
  preferredName: [
    [
      115,
      /\bprefer\w*\b.*\bname\b|\bname\b.*\b(prefer\w*|you go by|goes by|go by)\b|\bnick ?name\b|^(also )?known as$|^goes by$|\b(like|want|wish|prefer) to be (called|addressed)\b|^(first )?name for (the |your )?(name )?(badge|tag)$|^badge name$/,
    ],
    [100, /^preferred$|^called$/],
  ],
  familyName: [
    [100, /^(last|family|sur|l) ?names?$|^last$|^family$|^name last$|^apellidos?$/],
    [80, /\b(last|family) name\b|\bsurname\b/],
  ],
  fullName: [
    [105, /\bfirst (and )?last( name)?\b|^last( name)? first( name)?$|^name last first$/],
    [100, /^(full |your |applicant( s)? |participant( s)? |graduate( s)? |legal |your full |student )?name$/],
    [60, /^(applicant|participant|graduate|who|who are you|person|member name|contact name|name of (the )?\w+)$/],
    [50, /\b(full|your) name\b/],
  ],
  certificateName: [
    [120, /\bcertificate\b/, /\bnames?\b/],
    [110, /\bcertificate\b/, /\b(how|what|should|would|want|like|wish|your)\b/, /\b(appears?|print(ed)?|read|say)\b/],
    [60, /^(print name|diploma name)$/],
  ],
  organization: [
    [
      100,
      /^(name of (the |your )?)?(school )?(system|district|organi[sz]ation|org|employer)( (or )?(school )?(system|district|organi[sz]ation|org|college|university))*( name)?$/,
    ],
    [85, /\bschool (system|district|division)\b|\borgani[sz]ation\b|\bemployer\b|\blea\b/],
    [
      60,
      /\b(school|district|institution|university|college|agency|company|workplace|place of (work|employment)|where do you (currently )?work|(which|what) (school )?(system|district) do you (currently )?(work|serve))\b/,
    ],
  ],
  jobTitle: [
    [100, /^(job |current |position |your )?(job )?title$|^(current )?(position|role|job)( title)?$/],
    [
      75,
      /\b(job|your|current|official|professional|working) title\b|\btitle\b.*\b(position|role|job)\b|\b(position|role)\b.*\btitle\b/,
    ],
    [50, /\bwhat is your (current )?(job|role|position)\b/],
  ],
  highestPost: [
    [130, /\b(highest|top|lead|senior ?most)\b/, /\b(position|post|role|leader\w*|administrator|job)\b/],
    [115, /\b(highest|top|senior ?most) (ranking|ranked|level)\b/, /\b(ed ?)?tech\w*\b/],
    [110, /\bhold\b/, /\b(position|post|role)\b/, /\b(tech\w*|edtech|leader\w*)\b/],
    [90, /^(highest( post| position)?|top (post|position))$/],
    [70, /\bare you\b/, /\b(technology director|cto|chief technology officer|head of technology)\b/],
  ],
  membership: [
    [100, /^(\w+ )?members?(hip)?( (type|level|status|category|kind))?$/],
    [80, /\bmember(ship)?\b/],
    [70, /\bdelegate\b/],
  ],
  yearsInEducation: [
    [100, /\byears?\b/, /\b(education|experience|teaching|field|profession|service)\b/],
    [95, /^(years|yrs|experience|years worked)$/],
    [90, /\b(years|yrs)\b/, /\b(education|experience|ed|exp)\b/],
    [85, /\byears?\b/, /\b(k ?12|higher ed|educator|teach\w*|classroom|career)\b/],
    [85, /\bhow (long|many years)\b/, /\b(education|educator|school\w*|taught|teaching|worked|work|field)\b/],
  ],
  phone: [
    [
      100,
      /^(cell |mobile |work |tele|day ?time |contact |office )?(tele)?phone( number)?$|^(cell|mobile|tel|telephone|telefono|contact number)$/,
    ],
    [75, /\b(tele)?phone\b|\bcell\b|\bmobile\b/],
  ],
  payment: [
    [100, /\b(pay|paid|payment|paying)\b/],
    [70, /\b(fee|invoice|billing|purchase order)\b/],
  ],
  needs: [
    [100, /\b(diet\w*|accessib\w*|accommodat\w*|allerg\w*)\b/],
    [70, /\b(special|other) needs?\b|^needs?$/],
  ],
  cohort: [
    [100, /\bcohort\b/],
    [60, /^class( of| name)?$/],
  ],
  graduatedOn: [
    [100, /^(graduated|graduation|graduat\w+ (on|date|day)|date graduated|date of graduation)$/],
    [85, /\bgraduat(ed|ion|ing)\b|\bgrad (date|day|on)\b|\bdate of grad\b/],
    [70, /\b(complet\w+|certifi(ed|cation))\b/, /\b(date|on|day)\b/],
    [60, /^(completed|certified|finished)$/],
  ],
  recertificationReceivedOn: [
    [120, /\bre ?cert\w*\b/, /\b(received|submitted|date|docs?|documents?|documentation|turned in|completed)\b/],
    [90, /\bre ?cert\w*\b|\brenewed\b/],
    [80, /\b(docs?|documents?|documentation|paperwork)\b/, /\b(received|submitted|in|date)\b/],
    [60, /^(received|date received|received on)$/],
  ],
  remark: [[100, /\b(notes?|remarks?|comments?)\b/]],
};

/** Someone beside the applicant whom forms ask about too. */
const somebodyElse =
  /\b(supervis\w*|buyers?|purchas\w*|payers?|billing|(credit )?card ?holder|registrar|superintendent|emergency|references?|referr\w*|recommend\w*|nominat\w*|spouse|secretary|bookkeeper|assistant s|principal s|manager s|boss)\b/;
/** Fields that forms ask about other people too. */
export const ownFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'email',
  'givenName',
  'middleName',
  'familyName',
  'nameSuffix',
  'fullName',
  'preferredName',
  'jobTitle',
  'phone',
]);
/** Names that someone has no more. */
const formerName = /\b(maiden|former(ly)?|previous(ly)?|prior|birth|old)\b/;
const nameFields = new Set<ImportField>(['givenName', 'middleName', 'familyName', 'fullName', 'preferredName']);
/** Years of something else than a life in education, and memberships of other associations. */
const otherYears =
  /\b(current|present|position|role|job|title|technology|director|system|district|leadership|industry|private)\b/;
const otherMembership =
  /\b(cosn|iste|aasa|asbo|aea|nea|acte|other|another|professional|family|team|board|committee|staff)\b/;

/** A question that yes or no answers, as no name, place, number or date is. */
const yesNoQuestion = /^(do|does|did|are|is|am|have|has|will|would|can|could)\b/;
const told = new Set<ImportField>([
  ...ownFields,
  'certificateName',
  'organization',
  'yearsInEducation',
  'cohort',
  'submittedAt',
]);
/** What someone has at a place, or a place has, beside its name. */
const ofAPlace =
  /\b(years?|yrs|position|role|title|post|enrol\w*|students?|size|phone|fax|zip|address|website|type|number|superintendent|principal)\b/;
/** What is noted of certificates and of re-certification beside the name and the day that documents came in. */
const ofACertificate = /\b(number|no|id|date|issued|received|mailed|sent|file|link)\b/;
const ofARenewal =
  /\b(due|deadline|remind\w*|fee|paid|hours?|cycle|letter|notice|notif\w*|expir\w*|required|eligible|next|until|by|number)\b/;

/** Whether folded words ask about someone beside the applicant: a supervisor, an emergency contact. */
export const isOfSomebodyElse = (words: string): boolean => somebodyElse.test(words);

/** Whether a header that has a field’s words asks for something else. */
function isOther(field: ImportField, words: string): boolean {
  if (told.has(field) && yesNoQuestion.test(words)) return true;
  if (field === 'phone' && /\b(school|district|fax)\b/.test(words)) return true;
  if (nameFields.has(field) && formerName.test(words)) return true;
  if (field === 'preferredName' && /\b(pronoun\w*|e ?mail|phone|contact|district|school|system)\b/.test(words))
    return true;
  if (field === 'nameSuffix' && /\blast name (and|with|including)\b/.test(words)) return true;
  if (ownFields.has(field)) return isOfSomebodyElse(words);
  switch (field) {
    case 'yearsInEducation':
      return otherYears.test(words) && !/\b(education|educator|k ?12)\b/.test(words);
    case 'membership':
      return otherMembership.test(words) && !/\balet\b/.test(words);
    case 'organization':
      return ofAPlace.test(words);
    case 'certificateName':
      return ofACertificate.test(words) && !/\bnames?\b/.test(words);
    case 'recertificationReceivedOn':
      return ofARenewal.test(words) && !/\breceived\b/.test(words);
    default:
      return false;
  }
}

/**
 * A header folded to lower-case words with single spaces: `Your system’s name?` is `your system s name`, `Phone #` is
 * `phone number`. What a form says of answering at all is left out, as in `Title (required)`.
 */
export const headerWords = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[([]\s*(required|optional)\s*[)\]]/gi, ' ')
    .replace(/#/g, ' number ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What stands between the parts of a header over several rows. */
export const partsMark = ' › ';

/** Every field of a kind of spreadsheet that a header may mean, the surest first; one over several rows by its parts too. */
export function meaningsOf(header: string, kind: ImportKind): HeaderMeaning[] {
  if (!header.includes(partsMark)) return meaningsOfOne(header, kind);
  const parts = header.split(partsMark);
  const whole = parts.join(' ');
  const ofOthers = isOfSomebodyElse(headerWords(whole));
  const best = new Map<ImportField, number>();
  for (const [text, less] of [
    [whole, 0],
    [parts.slice(-2).join(' '), 0],
    [parts.at(-1) ?? '', 0],
    [parts[0] ?? '', 15],
  ] as const) {
    for (const { field, score } of meaningsOfOne(text, kind)) {
      if (!(ofOthers && ownFields.has(field))) best.set(field, Math.max(best.get(field) ?? 0, score - less));
    }
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

function meaningsOfOne(header: string, kind: ImportKind): HeaderMeaning[] {
  const words = headerInEnglish(headerWords(header));
  if (words === '' || words.length > 300) return [];
  return importFieldsOf[kind]
    .flatMap((field) => {
      const score = Math.max(
        0,
        ...signs[field].filter(([, ...all]) => all.every((sign) => sign.test(words))).map(([points]) => points),
      );
      return score > 0 && !isOther(field, words) ? [{ field, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a header says nothing of its own, so that only the cells below can tell what it means. */
export const isEmptyHeader = (header: string): boolean =>
  /^((column|field|question|q|spalte)? ?[a-z]?\d*|unnamed( \d+)?|answer( \d+)?|response( \d+)?)$/.test(
    headerWords(header),
  );
