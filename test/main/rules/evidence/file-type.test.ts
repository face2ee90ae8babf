import { describe, expect, test } from 'vitest';
import { fileTypeOf, isShowable, pictureSize } from '../../../../main/rules/evidence/file-type.ts';

const bytes = (...of: (number | string)[]): Uint8Array =>
  Uint8Array.from(of.flatMap((each) => (typeof each === 'number' ? [each] : [...Buffer.from(each, 'latin1')])));

const png = (width: number, height: number): Uint8Array => {
  const head = Buffer.alloc(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};
/** A table, then a frame of so many points. */
const jpeg = (width: number, height: number): Uint8Array =>
  bytes(0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255);
const gif = bytes('GIF89a', 0x40, 1, 0xf0, 0);
const webp = (kind: string, ...rest: number[]) => bytes('RIFF', 0, 0, 0, 0, 'WEBP', kind, ...rest);

describe('A file is told by its bytes:', () => {
  test.each([
    ['png', png(3, 2)],
    ['jpeg', jpeg(640, 480)],
    ['gif', gif],
    ['webp', webp('VP8 ')],
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\n\n junk before it %PDF-1.4')],
    ['html', bytes('<!DOCTYPE html><title>x</title>')],
    ['html', bytes(0xef, 0xbb, 0xbf, '  <SCRIPT>alert(1)</SCRIPT>')],
    ['svg', bytes('<?xml version="1.0"?>\n<!-- c --><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['office', bytes('PK', 3, 4, 20, 0)],
    ['office', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['program', bytes('MZ', 0x90, 0)],
    ['program', bytes(0x7f, 'ELF')],
    ['program', bytes(0xcf, 0xfa, 0xed, 0xfe)],
    ['program', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
    ['program', bytes('#!/bin/sh\n')],
    ['text', bytes('Twelve hours at the fall conference.\r\n')],
    ['other', bytes(0, 1, 2, 3)],
  ] as const)('%s', (type, head) => expect(fileTypeOf(head)).toBe(type));

  test('a page that begins as a PDF is read as one by nothing that draws PDFs with scripts, so it is one', () => {
    expect(fileTypeOf(bytes('%PDF-1.7 <script>alert(1)</script>'))).toBe('pdf');
  });
});

describe('The size of a picture', () => {
  test.each([
    ['png', png(1_200, 900), 1_200, 900],
    ['jpeg', jpeg(640, 480), 640, 480],
    ['gif', gif, 320, 240],
    ['webp', webp('VP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0), 640, 480],
    ['webp', webp('VP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1), 640, 480],
    ['webp', webp('VP8L', 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0), 640, 480],
  ] as const)('of a %s is read from its header', (type, head, width, height) =>
    expect(pictureSize(type, head)).toEqual({ width, height }),
  );

  test('too large to unpack, cut off, or none is not shown', () => {
    expect(isShowable('png', png(6_000, 8_000))).toBe(true);
    expect(isShowable('png', png(60_000, 60_000))).toBe(false);
    expect(isShowable('png', png(0, 5))).toBe(false);
    expect(isShowable('png', png(5, 5).subarray(0, 18))).toBe(false);
    expect(isShowable('jpeg', bytes(0xff, 0xd8, 0xff, 0xdb))).toBe(false);
    expect(isShowable('webp', webp('XXXX', 0, 0))).toBe(false);
  });
});
