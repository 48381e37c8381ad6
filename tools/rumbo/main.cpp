// Entry point of the `rumbo` command.
int main() { return 0; }
