/** Invented people of the samples: given and family names, paired by the generator. Nobody real is meant. */
export const givenNames = [
  'Adaeze', 'Bryson', 'Calista', 'Dashiell', 'Evangeline', 'Ferdinand', 'Guadalupe', 'Hollis', 'Imogen', 'Jericho',
  'Kiona', 'Leopold', 'Marisol', 'Nadine', 'Octavia', 'Perrin', 'Quentin', 'Rosalind', 'Silas', 'Tabitha',
  'Ulrich', 'Verity', 'Winslow', 'Ximena', 'Yusuf', 'Zelda', 'Anaïs', 'Björn', 'Célia', 'Desirée',
];
export const familyNames = [
  'Ashgrove', 'Bellweather', 'Cobblestone', 'Dunmarrow', 'Elderfield', 'Fennimore', 'Gallowglass', 'Hartsfell',
  'Inkpen', 'Juneberry', 'Kettlewood', 'Larkspur', 'Merriweather', 'Nettlefold', 'Oakhollow', 'Penhallow',
  'Quillfeather', 'Ravenscroft', 'Stillwater', 'Thistledown', 'Umberland', 'Vellacott', 'Wintergreen', 'Yarrowby',
  'Zimmerglen', 'Núñez-Lark', 'De la Vega', 'Van der Holt', 'O’Marrow', 'McTavender',
];
export const systems = [
  'Baldwin County Schools', 'Jefferson County Schools', 'Shelby County Schools', 'St. Clair County Schools',
  'Hoover City Schools', 'Huntsville City Schools', 'Mobile County Public Schools', 'DeKalb County Schools',
  'Tuscaloosa City Schools', 'Madison City Schools', 'Lee County Schools', 'Florence City Schools',
];
export const colleges = ['Auburn University', 'Troy University', 'University of North Alabama'];
export const topJobs = ['Technology Director', 'Chief Technology Officer', 'CTO', 'Director of Technology'];
export const jobs = [
  'Network Administrator', 'Data Manager', 'Instructional Technology Coach', 'Systems Engineer',
  'Library Media Specialist', 'Assistant Principal',
];
export const payments = ['My system will pay by purchase order', 'Check', 'Credit card', 'I am not sure yet'];
export const needs = ['', '', '', 'Vegetarian', 'Gluten free', 'Wheelchair access', 'None', 'n/a'];
