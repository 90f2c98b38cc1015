import type { register as koRegister, signIn as koSignIn } from '../ko/door';

export const signIn: typeof koSignIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show password',
  submit: 'Sign in',
  signedOut: 'You are signed out',
  passwordHint: 'At least 8 characters',
  required: 'Needed',
  needed: 'Sign in to see this screen',
  guest: 'See public datasets without signing in',
};

export const register: typeof koRegister = {
  title: 'Make an account',
  hint: 'Only where this server lets people register; else ask an admin.',
  invited: 'You were invited. Make an account, then accept the invitation.',
  name: 'Name (optional)',
  submit: 'Make the account',
  known: 'I have an account',
  none: 'I have no account',
};
