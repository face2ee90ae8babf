import { describe, expect, it, test } from 'vitest';
import { looksLikeScanLog } from '../../../../main/features/scan-log/columns.ts';
import { understandScanLog } from '../../../../main/features/scan-log/read.ts';
import { readMoment } from '../../../../main/features/scan-log/times.ts';
import { sheetOf } from '../imports/import-desk.ts';

const chicago = 'America/Chicago';
const codes = ['ada@example.org', 'bea@example.org', 'cal@example.org'];
const log = (header: readonly string[], row: (code: string, at: number) => readonly string[]) => [
  header,
  ...codes.map(row),
];
const understood = (rows: readonly (readonly string[])[]) => understandScanLog(sheetOf(rows), chicago);

test.each([
  'Mon Oct 21 07:40:12 CDT 2024',
  'Mon Oct 21 07:40:12 2024',
  '07:40:12 10/21/2024',
  '7:40:12 AM, 10/21/2024',
  '07:40:12 Oct 21, 2024',
  '2024/10/21-07:40:12',
  '2024-10-21_07:40:12',
])('“%s” is a moment', (cell) => expect(readMoment(cell, chicago, 'unsaid')).toBe('2024-10-21T12:40:12.000Z'));
it('thousandths behind a colon are none', () => {
  expect(readMoment('2024-10-21 07:40:12:123', chicago, 'unsaid')).toBe('2024-10-21T12:40:12.000Z');
});

describe('a log', () => {
  it('whose header names a zone has its times in it', () => {
    const { scans } = understood(log(['Value', 'Timestamp (UTC)'], (code, at) => [code, `2024-10-21 12:4${at}:00`]));
    expect(scans.map(({ at }) => at?.slice(11, 16))).toEqual(['12:40', '12:41', '12:42']);
  });
  it('with dotted days, none of which tells the order, has the day first', () => {
    const { scans } = understood(log(['Code', 'Scanned at'], (code, at) => [code, `05.06.2024 07:4${at}`]));
    expect(scans[0]?.at).toBe('2024-06-05T12:40:00.000Z');
  });
  it('with times that no one can read says so, and not that there are none', () => {
    const { hasTimes, notes } = understood(log(['code', 'scanned_at'], (code, at) => [code, `yesterday ${at}`]));
    expect(hasTimes).toBe(false);
    expect(notes[0]).toMatch(/The times in “scanned_at” can’t be read/);
  });
  it('has the address alone where a badge links to it', () => {
    const { scans } = understood(log(['Code', 'Time'], (code, at) => [`mailto:${code}`, `10/21/2024 7:4${at} AM`]));
    expect(scans.map(({ code }) => code)).toEqual(codes);
  });
  it('of another program has its header below a title, in its own words, and many columns', () => {
    const header = ['Attendee Email', 'Check-in time'];
    const titled = [['Badge scans'], [], ...log(header, (code, at) => [code, `2024-10-21T07:4${at}:00`])];
    expect(understood(titled).scans.map(({ problem }) => problem)).toEqual([null, null, null]);
    const wide = log(['Scan ID', 'Device', 'Barcode Data', 'Barcode Type', 'Date', 'Time', 'Count'], (code, at) => [
      `${at}`,
      'iPhone',
      code,
      'QR',
      '10/21/2024',
      `7:4${at} AM`,
      '1',
    ]);
    expect(looksLikeScanLog(wide)).toBe(true);
  });
});
