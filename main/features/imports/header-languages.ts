// What forms in other languages write above their columns, as the English header that says the same. Folded as
// header-names.ts folds headers: lower case, no accents, single spaces. The first line that fits counts.

type Line = readonly [pattern: RegExp, english: string];

const german: readonly Line[] = [
  [/^(fertigstellungszeit|abschlusszeit|zeitpunkt der fertigstellung)$/, 'completion time'],
  [/^startzeit$/, 'start time'],
  [/^(eingangsdatum|eingegangen( am)?|abgesendet( am)?|gesendet( am)?|datum der (bewerbung|anmeldung))$/, 'timestamp'],
  [/\bname\b.*\b(zertifikat|urkunde)\b|\b(zertifikat|urkunde)\b.*\bname\b/, 'name on certificate'],
  [/^(vorname(n)?|rufname)$/, 'first name'],
  [/^(nachname|familienname|zuname)$/, 'last name'],
  [/^(vollstandiger name|vor und nachname|name und vorname|ihr name)$/, 'full name'],
  [/^(ihre )?((e ?)?mail ?(adresse)?)$/, 'email address'],
  [/\bhochste\w*\b.*\b(position|stelle|funktion|amt)\b/, 'highest position'],
  [/\bmitglied(schaft\w*|sart|sstatus)?\b/, 'membership'],
  [/\bjahre\b.*\b(bildung\w*|schul\w*|unterricht\w*|lehr\w*)\b|^(berufs|dienst)jahre\b/, 'years in education'],
  [/^(name (der|ihrer) )?(schul(bezirk|system|trager|amt|e)|arbeitgeber|organisation|einrichtung)$/, 'school system'],
  [/^(aktuelle )?(stelle(nbezeichnung)?|position|funktion|berufsbezeichnung|tatigkeit)$/, 'job title'],
  [/^(telefon|handy|mobil|mobiltelefon|telefonnummer|handynummer|mobilnummer)( nummer)?$/, 'phone'],
  [/^(zahlung(sart|sweise)?|bezahlung|bezahlt)$/, 'payment'],
  [/\b(allergien|unvertraglichkeiten|ernahrung\w*|barrierefreiheit)\b/, 'allergies'],
  [/^(bemerkung|anmerkung|notiz)(en)?$/, 'remarks'],
  [/^(kohorte|jahrgang)$/, 'cohort'],
  [/^(abschluss(datum)?|abgeschlossen( am)?)$/, 'graduation date'],
];

const spanish: readonly Line[] = [
  [/^hora de finalizacion$/, 'completion time'],
  [/^hora de inicio$/, 'start time'],
  [/^(fecha de (envio|solicitud)|enviado( el)?)$/, 'timestamp'],
  [/\bnombre\b.*\bcertificado\b/, 'name on certificate'],
  [/^nombre (completo|y apellidos?)$/, 'full name'],
  [/\b(puesto|cargo|posicion) mas alt[oa]\b/, 'highest position'],
  [/\b(membresia|socio|socia|miembro)\b/, 'membership'],
  [/\banos\b.*\b(educacion|ensenanza|docencia|experiencia)\b/, 'years in education'],
  [/^(distrito|sistema) escolar$|^(nombre de (la|su) )?(escuela|institucion|organizacion)$/, 'school system'],
  [/^(su )?(puesto|cargo)( (actual|de trabajo))?$/, 'job title'],
  [/^((numero de )?(telefono|celular|movil))$/, 'phone'],
  [/^(forma de )?pago$/, 'payment'],
  [/\b(alergias|dieta|accesibilidad)\b/, 'allergies'],
  [/^(comentarios|observaciones|notas)$/, 'remarks'],
];

const french: readonly Line[] = [
  [/^heure de fin$/, 'completion time'],
  [/^heure de debut$/, 'start time'],
  [/^(date d envoi|date de (soumission|candidature)|envoye le)$/, 'timestamp'],
  [/\bnom\b.*\bcertificat\b/, 'name on certificate'],
  [/^prenoms?$/, 'first name'],
  [/^nom( de famille)?$/, 'last name'],
  [/^(nom (complet|et prenom)|prenom et nom)$/, 'full name'],
  [/^(votre )?(adresse )?(courriel|e ?mail|mail|adresse electronique)$/, 'email address'],
  [/\b(poste|fonction) (la |le )?plus eleve\w*\b/, 'highest position'],
  [/\b(adhesion|adherent\w*|membre)\b/, 'membership'],
  [/\bannees\b.*\b(education|enseignement|experience)\b/, 'years in education'],
  [/^((district|conseil|commission) scolaire|etablissement|ecole|employeur|organisation)$/, 'school system'],
  [/^(fonction|poste|titre)( actuel(le)?| du poste)?$/, 'job title'],
  [/^(numero de )?(telephone|portable)$/, 'phone'],
  [/^(mode de )?paiement$/, 'payment'],
  [/\b(allergies|regime alimentaire|accessibilite)\b/, 'allergies'],
  [/^(remarques|commentaires)$/, 'remarks'],
];

const lines = [...german, ...spanish, ...french];

/** Folded words of a header in English, where a form in German, Spanish or French wrote them; else as they are. */
export function headerInEnglish(words: string): string {
  return lines.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}
