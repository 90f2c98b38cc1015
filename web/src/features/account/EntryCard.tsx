import { ProblemNote } from '@/components/states';
import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { SubmitEventHandler, ReactNode } from 'react';

/** A form alone in the middle of the window: the door, from either side. */
export const EntryCard = ({
  logo,
  title,
  hint,
  error,
  onSubmit,
  children,
}: {
  logo: ReactNode;
  title: string;
  hint: string;
  error: Error | null;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  children: ReactNode;
}) => (
  <Center mih="calc(100vh - 56px)" p="md">
    <Paper component="form" noValidate withBorder radius="lg" p="xl" w="100%" maw={400} onSubmit={onSubmit}>
      <Stack>
        <Stack gap={6} align="center" mb="xs">
          {logo}
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text c="dimmed" size="sm" ta="center">
            {hint}
          </Text>
        </Stack>
        {error !== null && <ProblemNote error={error} />}
        {children}
      </Stack>
    </Paper>
  </Center>
);
