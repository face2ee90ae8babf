import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { openFoxtrot } from '../foxtrot.ts';
const H='Timestamp,Email,First Name,Last Name,School System,Do you hold the highest EdTech post?,ALET Membership,Years of experience in education,Phone\n';
const texts = [
H+'yesterday,mei@example.org,Zoë,"Quill, Ed.D.","Lee\nCounty",no,none,-3,(205) 555-0100\n2024/04/01 9:00:00 AM CDT,no mail,olivia,Lund,"Lee\nCounty",TRUE,ALET General Member,less than 1,12\n2024-05-06T10:00:00,ada@example.org,olivia,mcavoy,,maybe,ALET General Member,1999,(205) 555-0100\nyesterday,MEI@example.org,Mei,Van der Meer,"Lee\nCounty",,none,,2055550100\n2024/04/01 9:00:00 AM CDT,no mail,Jean Luc,"Quill, Ed.D.",,TRUE,general,15+,12\n2024-05-06T10:00:00,,olivia,mcavoy,LEE CO. SCH.,TRUE,ALET General Member,1999,\n2024-05-06T10:00:00,MEI@example.org,Mei,mcavoy,LEE CO. SCH.,,none,15+,\n45383,mei@example.org,olivia,Van der Meer,LEE CO. SCH.,TRUE,,5,(205) 555-0100',
H+'2024-05-06T10:00:00,ada@example.org,Zoë,Van der Meer,,Yes,ALET General Member,15+,2055550100\n45383,x@y,  Ada ,"Quill, Ed.D.",LEE CO. SCH.,no,none,ten,12\n2024-05-06T10:00:00,MEI@example.org,O’Marrow,Van der Meer,,TRUE,none,less than 1,12\nyesterday,ada@example.org,Mei,Total,"Lee\nCounty",Yes,none,less than 1,(205) 555-0100\n45383,MEI@example.org,  Ada ,Van der Meer,Lee County Schools,no,whatever,15+,2055550100\n4/2/2024,MEI@example.org,Jean Luc,NÚÑEZ-LARK,Auburn University,,Delegate,15+,2055550100\nyesterday,,Zoë,,"Lee\nCounty",,,less than 1,2055550100\nyesterday,,,Van der Meer,Lee County Schools,Yes,ALET General Member,5,(205) 555-0100\n2024-05-06T10:00:00,no mail,Zoë,Van der Meer,Lee County Schools,Yes,Delegate,less than 1,12\n2024/04/01 9:00:00 AM CDT,x@y,olivia,Total,Auburn University,Yes,Delegate,,2055550100\n2024/04/01 9:00:00 AM CDT,MEI@example.org,olivia,Lund,"Lee\nCounty",TRUE,,15+,12',
];
test('x', async () => {
  const desk = await openFoxtrot();
  desk.answers.openFile = path.join(desk.folder, 'random.csv');
  const put = async (t: string) => { writeFileSync(desk.answers.openFile!, t); return desk.call('imports.apply', { cohortId: desk.cohortId }); };
  await put(H + '2024/04/01 9:00:00 AM CDT,ada@example.org,Ada,Quill');
  for (const t of texts) {
    await put(t);
    const again = await desk.call('imports.preview', { cohortId: desk.cohortId, limit: 100 });
    for (const row of again.rows) if (row.outcome !== 'same') console.log(row.row, row.outcome, row.name, JSON.stringify(row.notes), JSON.stringify(row.differences));
    await desk.call('history.undo', {});
  }
});
