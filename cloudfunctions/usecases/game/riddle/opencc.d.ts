declare module 'opencc-js/dict/TSCharacters' {
  /** `<traditional> <simple> …` for each character, with `|` between them. */
  const pairs: string;
  // eslint-disable-next-line no-restricted-syntax -- the package exports it this way
  export default pairs;
}
