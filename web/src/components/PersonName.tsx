import { Text } from '@mantine/core';

/** A person in a table: the name, and below it the address by which they are known. */
export const PersonName = ({ name, email }: { name: string; email: string }) => (
  <>
    {name !== '' && <div>{name}</div>}
    <Text size="sm" span {...(name === '' ? {} : { c: 'dimmed', fw: 400 })}>
      {email}
    </Text>
  </>
);
