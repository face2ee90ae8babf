import { serveJobs, type Works } from './jobs/serve.ts';

// The entry of the thread for long work: every job, and what does it. A missing or an extra one doesn't compile.
const works: Works = {
  readSpreadsheet: async () => {
    const { readSpreadsheet } = await import('./spreadsheets/read/read-spreadsheet.ts');
    return ({ file }, { signal, onProgress }) =>
      readSpreadsheet(file, {
        ...(signal === undefined ? {} : { signal }),
        onProgress: (done, fraction) =>
          onProgress?.({ done, total: fraction > 0 ? Math.max(done, Math.round(done / fraction)) : 0 }),
      });
  },
  readScanLog: async () => {
    const { readScanLog } = await import('./features/scan-log/file.ts');
    return ({ file }, { signal }) => readScanLog(file, signal === undefined ? {} : { signal });
  },
  readCertificateFile: async () => {
    const { readCertificateFile } = await import('./features/certificates/read-file.ts');
    return ({ file }) => readCertificateFile(file);
  },
  writeWorkbook: async () => {
    const { writeWorkbook } = await import('./spreadsheets/write/workbook.ts');
    return ({ file, sheets }, options) => writeWorkbook(file, sheets, options);
  },
  writeCsv: async () => {
    const { writeCsv } = await import('./spreadsheets/write/csv.ts');
    return ({ file, sheet }, options) => writeCsv(file, sheet, options);
  },
  writeCertificates: async () => {
    const { writeCertificates } = await import('./features/graduates/certificate-paper.ts');
    return ({ file, certificates, designs, now, preview }, options) =>
      writeCertificates(file, certificates, { ...options, designs, now, preview });
  },
  readDesignFile: async () => {
    const { readDesignFile } = await import('./features/certificate-designs/read-file.ts');
    return ({ file, use, page }) => readDesignFile(file, use, page);
  },
  drawDesign: async () => {
    const { drawDraft } = await import('./features/certificate-designs/draft.ts');
    return ({ document, files, ...certificate }) => drawDraft(document, files, certificate);
  },
  drawDesignBackground: async () => {
    const { drawDraftBackground } = await import('./features/certificate-designs/draft.ts');
    return ({ files, ...sheet }) => drawDraftBackground(sheet, files);
  },
  prepareBadges: async () => (await import('./features/credentials/prepare.ts')).prepareBadges,
  writeBadgeFile: async () => {
    const { writeBadgeFile } = await import('./features/credentials/write.ts');
    return ({ file, ...input }, options) => writeBadgeFile(file, input, options);
  },
  writeFeePapers: async () => {
    const { writeFeePapers } = await import('./features/fees/write-papers.ts');
    return ({ file, papers, now, preview }, options) => writeFeePapers(file, papers, { ...options, now, preview });
  },
  writeBadges: async () => {
    const { writeBadges } = await import('./features/badges/badge-paper.ts');
    return ({ file, now, preview, ...input }, options) => writeBadges(file, input, { ...options, now, preview });
  },
  writeSignInSheets: async () => {
    const { writeSignInSheets } = await import('./features/sign-in-sheets/paper.ts');
    return ({ file, lists, now, preview }, options) => writeSignInSheets(file, lists, { ...options, now, preview });
  },
  writeSchedule: async () => {
    const { writeSchedule } = await import('./features/courses/schedule-paper.ts');
    return ({ file, schedule, now, preview }, options) => writeSchedule(file, schedule, { ...options, now, preview });
  },
  writePublishedList: async () => {
    const { writePublishedList } = await import('./features/published/paper.ts');
    return ({ file, list, now, preview }, options) => writePublishedList(file, list, { ...options, now, preview });
  },
  writeTranscripts: async () => {
    const { writeTranscripts } = await import('./features/transcripts/paper.ts');
    return ({ file, transcripts, now, preview }, options) =>
      writeTranscripts(file, transcripts, { ...options, now, preview });
  },
  writePersonPaper: async () => {
    const { writePersonPaper } = await import('./features/person/paper.ts');
    return ({ file, person, now, preview }, options) => writePersonPaper(file, person, { ...options, now, preview });
  },
  writeListPaper: async () => {
    const { writeListPaper } = await import('./papers/list-paper.ts');
    return ({ file, sheet, now, preview }, options) => writeListPaper(file, sheet, { ...options, now, preview });
  },
  backUp: async () => (await import('./database/back-up.ts')).backUp,
  lookInside: async () => (await import('./database/look-inside.ts')).lookInside,
  placeCopy: async () => (await import('./database/place-copy.ts')).placeCopy,
  checkDesk: async () => {
    const { checkDesk } = await import('./features/desk-check/check.ts');
    return ({ database, thoroughness, files }, options) => checkDesk(database, thoroughness, files, options);
  },
};

serveJobs(works);
