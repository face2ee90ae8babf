import { describe, expect, it } from 'vitest';
import { countOf, nameOrCount, namesAndMore, sayCount, wordFor } from '../../../shared/model/counts.ts';

describe('A count', () => {
  it.each([
    [0, '0 graduates'],
    [1, '1 graduate'],
    [2, '2 graduates'],
    [999, '999 graduates'],
    [1_000, '1,000 graduates'],
    [1_234_567, '1,234,567 graduates'],
  ])('of %i graduates says %s', (count, said) => {
    expect(countOf(count, 'graduate')).toBe(said);
  });

  it('takes a plural that is not formed with an s', () => {
    expect(countOf(1, 'person', 'people')).toBe('1 person');
    expect(countOf(1_200, 'person', 'people')).toBe('1,200 people');
  });

  it('of hours or years keeps what stands behind the point', () => {
    expect(countOf(2.9, 'year')).toBe('2.9 years');
    expect(countOf(0.5, 'hour')).toBe('0.5 hours');
  });

  it('agrees with its verb', () => {
    expect(wordFor(1, 'is', 'are')).toBe('is');
    expect(wordFor(0, 'is', 'are')).toBe('are');
    expect(wordFor(1_200, 'owes', 'owe')).toBe('owe');
  });

  it('below zero has its separator too', () => {
    expect(sayCount(-1_200)).toBe('-1,200');
    expect(sayCount(-7)).toBe('-7');
  });
});

describe('Who is meant', () => {
  const [ada, ben] = [{ name: 'Ada One' }, { name: 'Ben Two' }];
  it.each([
    [[], '0 people'],
    [[ada], 'Ada One'],
    [[ada, ben], '2 people'],
  ])('is one by name, else a count', (whom, said) => expect(nameOrCount(whom, 'person', 'people')).toBe(said));

  it.each([
    [2, undefined, 'Ada One, Ben Two'],
    [1, undefined, 'Ada One and 1 more'],
    [2, 1_202, 'Ada One, Ben Two and 1,200 more'],
  ])('of %s names told', (most, all, said) => expect(namesAndMore(['Ada One', 'Ben Two'], most, all)).toBe(said));
});
