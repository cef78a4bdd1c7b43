using Xunit.v3;

// Servers mostly wait; three tests with three each start well on two cores.
[assembly: Parallelization(MaxThreads = 3)]
