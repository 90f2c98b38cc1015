/** What a browser keeps of a person's taste. A browser that refuses to keep anything loses nothing but that. */
export const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(`gotgan.${name}`);
  } catch {
    return null;
  }
};

export const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(`gotgan.${name}`, value);
  } catch {
    // private windows may forbid it
  }
};
